META
key;value
description;An invented village chooses, with the quirks of real files
country;Nowhere
unit;Synaqtobe
instance;2026
num_projects;6
num_votes;9
budget;1000.50
vote_type;cumulative
rule;greedy
max_sum_points;5
min_length;1
max_length;3
date_begin;01.02.2026
date_end;14.02.2026
PROJECTS
project_id;cost;votes;name;selected
R/0002;400.25;3;Playground, with a "slide";1
R/0001;300;3;Benches;0
W-10;600;3;Bridge;1
W-9;300.25;2;Lamps;0
Z;0;1;Painted wall;1
far;999999999;1;Withdrawn;0
VOTES
voter_id;vote;points
1;R/0002,R/0001;3,2
2;R/0002,W-10;2,3
3;R/0002,W-9,R/0002;1,2,3
4;;
5;R/0001,ghost,Z;2,1,2
6;W-10,R/0001;5,0
7;R/0001,W-9;3,4
8;W-10,far;1,4
9;none;none
