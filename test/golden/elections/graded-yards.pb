META
key;value
description;Invented yards graded from 0 to 10
country;Nowhere
unit;Synaqtobe
instance;2026
num_projects;3
num_votes;4
budget;70
vote_type;scoring
rule;greedy
date_begin;01.02.2026
date_end;14.02.2026
PROJECTS
project_id;cost;votes;name;selected
A;40;3;Yard of house 1;1
B;40;3;Yard of house 2;0
C;30;2;Yard of house 3;1
VOTES
voter_id;vote;points
1;A,B;10,7
2;B,C;0,5
3;A,B,C;3,8,5
4;A;6
