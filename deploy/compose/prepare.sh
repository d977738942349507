#!/bin/sh
# Makes, once, what deploy/compose.prod.yaml reads beside the repository: secrets that nobody chose, and nginx's and Prometheus'
# files under your name. What is there already stays as it is, but for nginx's files, which follow the release.
#   deploy/compose/prepare.sh deals.example [folder]
set -eu
name=${1:?the name that people call it by, such as deals.example}
here=$(cd "$(dirname "$0")" && pwd)
made=${2:-$here/made}
case $name in
*[!a-z0-9.-]* | -* | .*) echo "prepare.sh: $name is no host name" >&2 && exit 2 ;;
esac

# Nobody else passes the folder; in their containers the programs, which are users of their own, read what is in it.
umask 022
mkdir -p "$made/secrets" "$made/nginx" "$made/prometheus"
chmod 0700 "$made"

keep() { # FILE TEXT
  [ -e "$made/$1" ] || printf '%s' "$2" >"$made/$1"
}
drawn() { openssl rand -hex 24; }

keep secrets/postgres-password "$(drawn)"
keep secrets/valkey-password "$(drawn)"
keep secrets/metrics-token "$(drawn)"
keep secrets/grafana-password "$(drawn)"
keep secrets/smtp-password 'put the password of your mail server here'
# Without it what people typed into sources and channels cannot be opened again: keep a copy apart from the backups.
keep secrets/secret-keys "$(openssl rand -base64 32)"
valkey=$(cat "$made/secrets/valkey-password")
keep secrets/database-url "postgres://deal_scout:$(cat "$made/secrets/postgres-password")@postgres:5432/deal_scout"
keep secrets/redis-url "redis://:$valkey@valkey:6379"
keep secrets/valkey-exporter "{\"redis://valkey:6379\": \"$valkey\"}"
keep secrets/valkey-conf "bind * -::*
dir /data
requirepass $valkey
appendonly yes
appendfsync everysec
maxmemory 256mb
maxmemory-policy volatile-ttl
"
keep prometheus/probe.yml "- targets: ['https://$name/account/sign-in']
"
sed "s/deals\.example/$name/g" "$here/../alertmanager/alertmanager.yml" >"$made/alertmanager.new"
keep alertmanager.yml "$(cat "$made/alertmanager.new")
"
rm "$made/alertmanager.new"

# The logs of a container are its output; its own files cannot be changed, so that what switches maintenance is among these.
sed -e "s/deals\.example/$name/g" \
  -e 's#/var/log/nginx/deal-scout-error\.log#/dev/stderr#' \
  -e 's#/var/log/nginx/deal-scout\.log#/dev/stdout#' \
  -e 's#/etc/nginx/deal-scout-maintenance#/etc/nginx/conf.d/deal-scout-maintenance#' \
  "$here/../nginx/deal-scout.conf" >"$made/nginx/deal-scout.conf"
cp "$here/../nginx/deal-scout-pages.conf" "$made/nginx/deal-scout-pages.conf"
cp "$here/nginx-upstream.conf" "$made/nginx/deal-scout-upstream.conf"
cp "$here/nginx-status.conf" "$made/nginx/status.conf"
printf 'DEAL_SCOUT_NAME=%s\n' "$name" >"$made/env"
echo "prepare.sh: $made is ready for https://$name"
