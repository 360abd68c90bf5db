# What a suite in bin/checks/ can use. Sourced, not run; bin/check sets ROOT, RESULTS, SUITE and QUICK.
source "$ROOT/bin/lib/tools.sh"

# check "what holds" COMMAND...: one check that passes or fails as a whole.
check() {
    local what=$1
    shift
    if "$@"; then
        counted "passed 1 - $what"
    else
        say "FAILED: $what"
        counted "failed 1 - $what"
        return 1
    fi
}

# counted "passed 12 - what": a line of the suite's result.
counted() {
    printf '%s\n' "$1" >>"$RESULTS/$SUITE.counts"
}

# count junit|vitest|playwright WHAT REPORT...: every test in the reports.
count() {
    local kind=$1 what=$2
    shift 2
    node "$ROOT/bin/lib/count.mjs" "$kind" "$what" "$@" >>"$RESULTS/$SUITE.counts"
}

# Reports of an earlier run must not be counted as this one's.
forget() {
    rm -rf "$@"
}

# need_folder DIR: a part of the product that is not there is a failure, said in a sentence.
need_folder() {
    [[ -d $ROOT/$1 ]] && return
    say "FAILED: there is no $1/, so nothing of it is checked"
    counted "failed 1 - $1/ does not exist"
    exit 1
}

may_install() {
    [[ $(id -u) -eq 0 || ${CI:-} == true ]]
}

# need_package COMMAND PACKAGE: from the distribution, when we may.
need_package() {
    command -v "$1" >/dev/null || installed "$1" "$2"
}

# need_files FOLDER PACKAGE: files to test with that are not ours to pass on, from the distribution.
need_files() {
    compgen -G "$1" >/dev/null || installed "$1" "$2"
}

# installed WHAT PACKAGE: installs the package, or says that there is no WHAT.
installed() {
    if may_install && command -v apt-get >/dev/null; then
        say "Installing $2 …"
        local sudo=()
        [[ $(id -u) -eq 0 ]] || sudo=(sudo)
        "${sudo[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -qy --no-install-recommends "$2" && return
    fi
    say "FAILED: $1 is missing: install the package $2."
    return 1
}
