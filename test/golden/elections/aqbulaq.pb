META
key;value
description;Ақбұлақ ауылы, жұртшылық қатысатын бюджет (ойдан шығарылған)
country;Kazakhstan
unit;Aqbulaq
instance;2026
num_projects;5
num_votes;12
budget;6000000
vote_type;approval
rule;greedy
date_begin;2026-04-06
date_end;2026-04-24
currency;KZT
language;kk
min_length;1
max_length;3
PROJECTS
project_id;cost;votes;score;name;selected
1;3500000;8;8;Ауыл орталығын жарықтандыру;1
2;3100000;6;6;"Балалар алаңы; ""Балдәурен"" көшесі";0
3;1450000.5;5;5;Су құбырының бағанасы;1
4;2000000;2;2;Аялдама;0
5;1000000;4;4;Арық тазалау;1
VOTES
voter_id;vote
k01;1,2
k02;1,2,3
k03;1,2
k04;1,2
k05;1,2,5
k06;1,2
k07;1,3
k08;1,4
k09;3,5
k10;3,5
k11;3,5
k12;4
