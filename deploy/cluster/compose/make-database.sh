#!/bin/sh
# Once, on the first leader: Patroni gives the address of the new server.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$QATYSU_DATABASE_PASSWORD" "$1" <<'SQL'
create role qatysu login password :'password';
create database qatysu owner qatysu;
SQL
