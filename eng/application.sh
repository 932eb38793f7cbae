# shellcheck shell=bash disable=SC2154
# Starts the application in the background and finds it again: by its process number and the moment it began, so that a number that was
# given to another process later is never taken for ours.

port=${ONEFLIGHT_PORT:-5080}
pid_file=$data/application.pid
application_log=$log_folder/application.log

# The moment a process began, in clock ticks since the machine started; nothing when it has ended, even if nobody has noticed yet (Z, X).
# The name in field 2 may hold spaces.
began() { sed -E 's/^.*\) //' "/proc/$1/stat" 2>/dev/null | awk '$1 !~ /[ZX]/ { print $20 }'; }

# Prints process and port of the running application; fails when there is none.
application_process() {
    local process since at
    read -r process since at 2>/dev/null <"$pid_file" || return 1
    [ -n "$since" ] && [ "$(began "$process")" = "$since" ] && printf '%s %s\n' "$process" "$at"
}

# An HTTP request without curl, which a fresh machine may not have. Prints the status.
ask_health() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf 'GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
        read -r -t 5 _ status _ <&3 && printf '%s' "$status"
    ) 2>/dev/null
}

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

where_to_look() {
    say "OneFlight runs at http://localhost:$1"
    say "  You are signed in as the local user of the demonstration operator."
    say "  Data  $data"
    say "  Logs  ./oneflight logs"
    say "  Stop  ./oneflight down"
}

up() {
    if ! [[ $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65535)); then
        die "ONEFLIGHT_PORT is '$port'; expected a number from 1 to 65535, such as 5080."
    fi
    mkdir -p "$data" "$log_folder" 2>/dev/null || die "The data folder $data cannot be made. ONEFLIGHT_DATA names another."
    # Two starts at once: the second waits for the first. The lock goes with the process, however it ends.
    chmod 700 "$log_folder"
    exec 9>"$data/up.lock"
    if ! flock -n 9; then
        say "Another start is at work; waiting for it ..."
        flock 9
    fi

    local running
    if running=$(application_process) && database_is_there && [ "$(ask_health "${running#* }")" = 200 ]; then
        say "Already running."
        where_to_look "${running#* }"
        if ! is_built src/OneFlight.App; then say "  The sources have changed since it was built: ./oneflight down && ./oneflight up"; fi
        return 0
    fi
    if [ -z "$running" ] && is_taken "$port"; then
        die "Port $port is taken by another program. Stop that one, or choose another port: ONEFLIGHT_PORT=$((port + 1)) ./oneflight up"
    fi
    require_dotnet
    require_node
    database_up
    # It may be about to end, such as when it was killed a moment ago.
    if [ -n "$running" ]; then running=$(settled "${running#* }"); fi
    if [ -z "$running" ]; then
        build_when_older "Building the application" src/OneFlight.App
        start_application
    fi
    wait_until_healthy
}

# Waits a little until the application answers or is gone, and prints what application_process does.
settled() {
    for _ in $(seq 1 50); do
        if [ -z "$(application_process || true)" ] || [ "$(ask_health "$1")" = 200 ]; then break; fi
        sleep 0.1
    done
    application_process || true
}

start_application() {
    if [ -f "$application_log" ] && (($(stat -c %s "$application_log") > 10000000)); then mv -f "$application_log" "$application_log.1"; fi
    local folder=$root/src/OneFlight.App process
    (
        cd "$folder" || exit
        export ASPNETCORE_CONTENTROOT=$folder ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Production} ONEFLIGHT_PORT=$port ONEFLIGHT_DATA=$data ONEFLIGHT_OUTBOX=${ONEFLIGHT_OUTBOX:-$data/outbox}
        # A line for each request would bury what matters.
        exec setsid env Logging__LogLevel__Microsoft.AspNetCore=Warning "$dotnet" "$folder/bin/Release/net10.0/OneFlight.App.dll" 9>&- </dev/null >>"$application_log" 2>&1
    ) &
    process=$!
    printf '%s %s %s\n' "$process" "$(began "$process")" "$port" >"$pid_file.new"
    mv -f "$pid_file.new" "$pid_file"
}

# Shows the application's own lines that begin with "progress: " while the samples are loaded on the first start.
wait_until_healthy() {
    local process at started=$SECONDS shown='' line
    read -r process at < <(application_process) || die "The application ended at once. $(end_of_log)"
    while [ "$(ask_health "$at")" != 200 ]; do
        [ -n "$(application_process || true)" ] || die "The application ended before it was ready. $(end_of_log)"
        ((SECONDS - started < 300)) || die "The application is not ready after five minutes. $(end_of_log)"
        line=$(tail -n 200 "$application_log" 2>/dev/null | sed -n 's/^progress: //p' | tail -n 1)
        if [ -t 2 ]; then
            printf '\r\033[K%s ... %d s' "${line:-Starting the application}" $((SECONDS - started)) >&2
        elif ((SECONDS - started >= 1)) && [ "${line:-Starting the application}" != "$shown" ]; then
            shown=${line:-Starting the application}
            say "$shown ..."
        fi
        sleep 0.1
    done
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
    where_to_look "$at"
}

end_of_log() {
    printf 'The end of %s:\n' "$application_log"
    tail -n 25 "$application_log" 2>/dev/null || true
}

down() {
    local running process
    if running=$(application_process); then
        process=${running% *}
        kill -TERM "$process"
        step "Stopping the application" ended "$process" 20 || kill -KILL "$process"
        say "The application is stopped."
    else
        say "The application was not running."
    fi
    rm -f "$pid_file"
    if [ -z "${ONEFLIGHT_DATABASE:-}" ] && [ -f "$cluster/PG_VERSION" ]; then database_down; fi
    say "Data are kept in $data"
}

# ended PROCESS SECONDS
ended() {
    local until=$((SECONDS + $2))
    while kill -0 "$1" 2>/dev/null; do
        ((SECONDS < until)) || return 1
        sleep 0.1
    done
}

status() {
    local running answer=1
    if running=$(application_process); then
        say "Application  http://localhost:${running#* } (process ${running% *}, health: $(ask_health "${running#* }" || echo "no answer"))"
        answer=0
    else
        say "Application  not running"
        answer=3
    fi
    if [ -n "${ONEFLIGHT_DATABASE:-}" ]; then
        say "Database     your own, by ONEFLIGHT_DATABASE"
    elif [ ! -f "$cluster/PG_VERSION" ]; then
        say "Database     not made yet"
    elif database_answers; then
        say "Database     private, process $(database_process), $(du -sh "$cluster" 2>/dev/null | cut -f 1)"
    else
        say "Database     private, not running"
    fi
    say "Data         $data"
    return "$answer"
}

logs() {
    local files=() file
    for file in "$application_log" "$database_folder/log"; do
        if [ -r "$file" ]; then files+=("$file"); fi
    done
    ((${#files[@]} > 0)) || die "There are no logs yet in $data."
    if [ "${1:-}" = -f ]; then exec tail -n 50 -f "${files[@]}"; fi
    tail -n 100 "${files[@]}"
}
