# shellcheck shell=bash disable=SC2154
# A private PostgreSQL cluster in the data folder. It listens on a socket in a folder that only its owner (and root) may enter, and on no
# network port, so there is no password that could leak.

database_folder=$data/database
cluster=$database_folder/cluster

# PostgreSQL refuses to run as root, so there it runs as the user of its package.
as_database_user() {
    if is_root; then
        (cd / && runuser -u postgres -- "$@")
    else
        (cd / && "$@")
    fi
}

# Prints the folder of the server's programs: of the version that made the cluster, else of the newest.
database_programs() {
    local version folder
    version=$(cat "$cluster/PG_VERSION" 2>/dev/null || true)
    for folder in "/usr/lib/postgresql/$version/bin" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(dirname -- "$(command -v initdb || echo /)")"; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
            # Without a cluster the last one of the list wins, which is the newest.
            printf '%s\n' "$folder"
            [ -z "$version" ] || return 0
        fi
    done | if [ -n "$version" ]; then head -n 1; else grep -v '^//' | sort -V | tail -n 1; fi
}

require_postgres() {
    [ -n "$(database_programs)" ] || install_package PostgreSQL postgresql
    if [ -z "$(database_programs)" ]; then die "PostgreSQL was installed, but its programs (initdb, pg_ctl) are not under /usr/lib/postgresql."; fi
    local made with
    made=$(cat "$cluster/PG_VERSION" 2>/dev/null || true)
    with=$("$(database_programs)/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
    if [ -n "$made" ] && [ "$made" != "$with" ]; then
        die "The data in $cluster were made by PostgreSQL $made, of which the server is not installed (found: $with). Install postgresql-$made."
    fi
}

# The path of a socket may have 107 bytes; a longer data folder gets a short, equally closed one, remembered in the data folder.
socket_folder() {
    local own=$database_folder/socket remembered
    if ((${#own} <= 80)); then
        printf '%s' "$own"
        return
    fi
    remembered=$(cat "$data/socket-folder" 2>/dev/null || true)
    if [ -z "$remembered" ] || [ ! -d "$remembered" ] || [ ! -O "$remembered" ] && ! is_root; then
        remembered=$(mktemp -d /tmp/oneflight-socket.XXXXXX)
        printf '%s' "$remembered" >"$data/socket-folder"
    fi
    printf '%s' "$remembered"
}

database_answers() { "$(database_programs)/pg_isready" -q -h "$(socket_folder)" -U oneflight -d postgres -t 2 >/dev/null 2>&1; }

database_is_there() { [ -n "${ONEFLIGHT_DATABASE:-}" ] || database_answers; }

# The process in the cluster's pid file, if it really is this cluster's server and not another that got its number later.
database_process() {
    local process
    process=$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null) || return 1
    tr '\0' ' ' <"/proc/$process/cmdline" 2>/dev/null | grep -qF -- "$cluster" && printf '%s' "$process"
}

make_cluster() {
    rm -rf "$cluster.new"
    as_database_user "$(database_programs)/initdb" -D "$cluster.new" -U oneflight --encoding=UTF8 --locale=C.UTF-8 \
        --auth-local=trust --auth-host=reject --data-checksums
    # Made whole or not at all.
    mv -T "$cluster.new" "$cluster"
}

start_server() {
    local attempt socket
    socket=$(socket_folder)
    for attempt in $(seq 1 30); do
        if [ -f "$cluster/postmaster.pid" ] && [ -z "$(database_process || true)" ]; then
            # After a restart of the machine the number in a left-over pid file may belong to anyone, which the server takes for itself.
            local left
            left=$(head -n 1 "$cluster/postmaster.pid")
            if [ -d "/proc/$left" ]; then rm -f "$cluster/postmaster.pid"; fi
        fi
        if as_database_user "$(database_programs)/pg_ctl" -D "$cluster" -w -t 120 -s -l "$database_folder/log" \
            -o "-c listen_addresses='' -c unix_socket_directories='$socket' -c unix_socket_permissions=0700 -c fsync=on -c synchronous_commit=on" start; then
            return 0
        fi
        # Processes of a killed server hold the cluster for a moment longer.
        sleep 0.5
    done
    tail -n 20 "$database_folder/log"
    return "$attempt"
}

database_sql() { "$(database_programs)/psql" -X -q -t -A -h "$(socket_folder)" -U oneflight -d "$1" -c "$2"; }

# Makes and starts the private cluster unless there is a server of one's own; afterwards ONEFLIGHT_DATABASE is set.
database_up() {
    if [ -n "${ONEFLIGHT_DATABASE:-}" ]; then return 0; fi
    require_postgres
    mkdir -p "$data" "$database_folder"
    mkdir -p "$(socket_folder)"
    chmod 700 "$database_folder" "$(socket_folder)"
    if is_root; then chown postgres: "$database_folder" "$(socket_folder)"; fi
    if [ ! -f "$cluster/PG_VERSION" ]; then step "Making a private database" make_cluster || die "The database could not be made in $cluster."; fi
    if ! database_answers; then step "Starting the database" start_server || die "The database did not start; its log is $database_folder/log."; fi
    if [ "$(database_sql postgres "select 1 from pg_database where datname = 'oneflight'")" != 1 ]; then
        database_sql postgres "create database oneflight"
    fi
    ONEFLIGHT_DATABASE="Host=$(socket_folder);Username=oneflight;Database=oneflight"
    export ONEFLIGHT_DATABASE
}

database_down() {
    [ -n "$(database_process || true)" ] || return 0
    step "Stopping the database" as_database_user "$(database_programs)/pg_ctl" -D "$cluster" -m fast -w -t 60 -s stop
}
