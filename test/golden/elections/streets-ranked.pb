META
key;value
description;Invented streets ranked by their people
country;Nowhere
unit;Synaqtobe
instance;2026
num_projects;4
num_votes;5
budget;50
vote_type;ordinal
rule;greedy
max_length;2
date_begin;01.02.2026
date_end;14.02.2026
PROJECTS
project_id;cost;votes;name;selected
10;30;4;Abai street;1
9;20;4;Dala street;1
b;20;3;Tau street;0
a;25;2;Su street;0
VOTES
voter_id;vote
1;10,9
2;9,10,b
3;10,a
4;b,9
5;9,b
