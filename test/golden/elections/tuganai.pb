META
key;value
description;Туғанай ауылдық округі, ұпаймен дауыс беру (ойдан шығарылған)
country;Kazakhstan
unit;Tuganai
instance;2026
num_projects;4
num_votes;8
budget;4000000
vote_type;cumulative
rule;equalshares
date_begin;2026-04-06
date_end;2026-04-24
currency;KZT
max_sum_points;10
PROJECTS
project_id;cost;name
B-1;2500000;Мектеп ауласындағы спорт алаңы
B-2;1500000;Көпір жөндеу
B-3;900000;Кітапхана жанындағы гүлзар
B-4;600000;Қоқыс жәшіктері
VOTES
voter_id;vote;points;neighborhood
t1;B-1;10;Жоғарғы Туғанай
t2;B-1,B-4;8,2;Жоғарғы Туғанай
t3;B-1,B-3;7,3;Жоғарғы Туғанай
t4;B-1,B-2;6,4;Жоғарғы Туғанай
t5;B-2;10;Төменгі Туғанай
t6;B-2,B-3;7,3;Төменгі Туғанай
t7;B-2,B-4;5,5;Төменгі Туғанай
t8;B-3,B-4;6,4;Төменгі Туғанай
