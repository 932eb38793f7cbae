# shellcheck shell=bash disable=SC2154
# Messages, steps with progress, what must be installed, and building only what is older than its sources.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

is_root() { [ "$(id -u)" = 0 ]; }

if [ -n "${ONEFLIGHT_DATA:-}" ]; then
    data=$ONEFLIGHT_DATA
elif is_root; then
    data=/var/lib/oneflight # root's home is closed to the user that runs the database
else
    data=${XDG_DATA_HOME:-${HOME:?HOME is not set}/.local/share}/oneflight
fi
# shellcheck disable=SC2034 # read by the other parts
log_folder=$data/log

# step TEXT COMMAND...: runs it with its output in a log, shows how long it takes, and shows the end of the log when it fails.
step() {
    local text=$1 output started=$SECONDS worker status=0
    shift
    output=$(mktemp "${TMPDIR:-/tmp}/oneflight-step.XXXXXX")
    # Without the lock of a start (9): a compiler server or a database that is left behind would keep it.
    "$@" >"$output" 2>&1 </dev/null 9>&- &
    worker=$!
    # Not a terminal: one line when it begins to matter, one when it is done.
    local announced=
    while kill -0 "$worker" 2>/dev/null; do
        if [ -t 2 ]; then
            printf '\r\033[K%s ... %d s' "$text" $((SECONDS - started)) >&2
        elif [ -z "$announced" ] && ((SECONDS - started >= 1)); then
            announced=1
            say "$text ..."
        fi
        sleep 0.2
    done
    wait "$worker" || status=$?
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
    if ((status != 0)); then
        tail -n 40 "$output" >&2
        say "$text failed (exit status $status)."
    elif ((SECONDS - started >= 2)); then
        say "$text: done in $((SECONDS - started)) s"
    fi
    rm -f "$output"
    return "$status"
}

dotnet=
require_dotnet() {
    [ -z "$dotnet" ] || return 0
    local candidate
    for candidate in "$(command -v dotnet || true)" "${HOME:-/nonexistent}/.dotnet/dotnet" /usr/lib/dotnet/dotnet /usr/share/dotnet/dotnet; do
        if [ -x "$candidate" ] && "$candidate" --list-sdks | grep -q '^10\.'; then
            dotnet=$candidate
            return 0
        fi
    done
    die "The .NET 10 SDK is needed and was not found. It installs without root into ~/.dotnet: https://dotnet.microsoft.com/download/dotnet/10.0"
}

require_node() {
    [ -n "$(elements_folder)" ] || return 0
    local major
    major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/') || true
    if [ -z "$major" ] || ((major < 20)) || ! command -v npm >/dev/null; then
        die "Node.js 20 or newer with npm is needed to build the timeline board (found: ${major:-none}). See https://nodejs.org/en/download"
    fi
}

# Where the custom elements' package.json lies; nothing when there are none.
elements_folder() {
    local folder
    for folder in src/OneFlight.App/elements src/OneFlight.App; do
        if [ -f "$root/$folder/package.json" ]; then
            printf '%s' "$root/$folder"
            return
        fi
    done
}

# install_package WHAT PACKAGE: by apt, where that is allowed.
install_package() {
    local what=$1 package=$2 sudo=()
    local by_hand="apt-get update && apt-get install -y --no-install-recommends $package"
    command -v apt-get >/dev/null || die "$what is needed. Install it with your system's package manager and run this again."
    if ! is_root; then
        if ! { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then
            die "$what is needed and may not be installed without root. Run this once and try again:" "  sudo sh -c '$by_hand'"
        fi
        sudo=(sudo -n)
    fi
    step "Looking for packages" "${sudo[@]}" apt-get update || say "The list of packages could not be refreshed; trying with the one at hand."
    step "Installing $what" "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" ||
        die "$what could not be installed. By hand, as root: $by_hand"
}

# A print of all sources: names, sizes and times of change, so that a file that is gone counts too.
sources_print() {
    (
        cd "$root" && find src Directory.Build.props Directory.Packages.props \
            \( -name bin -o -name obj -o -name node_modules -o -name out -o -path '*/wwwroot/built' \) -prune -o -type f -printf '%p %s %T@\n' |
            LC_ALL=C sort | sha1sum
    )
}

# is_built PROJECT-FOLDER: true when it was built from the sources as they are.
is_built() { [ "$(cat "$root/$1/bin/Release/net10.0/.oneflight-built" 2>/dev/null)" = "$(sources_print)" ]; }

# build_when_older TEXT PROJECT-FOLDER
build_when_older() {
    if is_built "$2"; then return 0; fi
    require_dotnet
    # Taken before: what changes while it is being built is built the next time.
    local sources
    sources=$(sources_print)
    step "$1" "$dotnet" build "$root/$2" -c Release -v quiet -nodeReuse:false || die "See the messages above."
    printf '%s\n' "$sources" >"$root/$2/bin/Release/net10.0/.oneflight-built"
}
