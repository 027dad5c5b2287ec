META
key;value
description;An invented file with faults
country;Nowhere
unit;Synaqtobe
instance;2026
num_projects;2
num_votes;1
budget;a lot
vote_type;approval
rule;greedy
date_begin;01.02.2026
date_end;14.02.2026
PROJECTS
project_id;cost
A;12,000
A;5
VOTES
voter_id;vote
1;A
