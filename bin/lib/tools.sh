# Shared by everything in bin/: where things are, and which tools are needed. Sourced, not run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
ARTEFACT="$ROOT/server/target/quarkus-app"

say() { printf '%s\n' "$@"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The first directory that holds JDK 25 or newer, 25 itself preferred because that is what we test with.
find_jdk() {
    local newer="" candidate version
    for candidate in "${JAVA_HOME:-}" "$(java_in_path)" /usr/lib/jvm/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        [[ -n $candidate && -x $candidate/bin/javac && -f $candidate/release ]] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
        [[ $version == 25 ]] && printf '%s' "$candidate" && return
        [[ -z $newer && ${version:-0} -gt 25 ]] && newer=$candidate
    done
    printf '%s' "$newer"
}

java_in_path() {
    local java
    java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java")")"
}

need_jdk() {
    JAVA_HOME=$(find_jdk)
    [[ -n $JAVA_HOME ]] || fail "JDK 25 is missing: install one (for example Temurin 25) or point JAVA_HOME at it."
    export JAVA_HOME
    # Maven itself still uses what newer JDKs warn about.
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

need_maven() {
    command -v mvn >/dev/null || fail "Maven is missing: install version 3.8 or newer."
}

need_node() {
    command -v node >/dev/null && command -v npm >/dev/null || fail "Node is missing: install version 20.19 or newer, with npm."
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
        fail "Node $(node --version) is too old: install version 20.19 or newer."
}

# Without progress bars, and from anywhere.
maven() {
    mvn --batch-mode --no-transfer-progress --file "$ROOT/pom.xml" "$@"
}

# The packages of an npm workspace exactly as its lockfile says; nothing to do when that was done before.
npm_packages() {
    local folder=$1 installed="$1/node_modules/.package-lock.json" stamp="$1/node_modules/.shopbell-lockfile"
    [[ $installed -nt $folder/package-lock.json ]] && return
    cmp -s "$folder/package-lock.json" "$stamp" && return
    npm --prefix "$folder" ci --no-audit --no-fund
    cp "$folder/package-lock.json" "$stamp"
}

# newer_than FILE PATH...: whether anything under the paths was touched after FILE was made.
newer_than() {
    local made=$1
    shift
    [[ ! -e $made ]] && return
    [[ -n $(find "$@" \( -name node_modules -o -name dist -o -name target \) -prune -o -type f -newer "$made" -print -quit) ]]
}

# Whether the artefact is missing, or older than what it is made of.
artefact_is_stale() {
    newer_than "$ARTEFACT/quarkus-run.jar" \
        "$ROOT/pom.xml" "$ROOT/server/pom.xml" "$ROOT/server/src/main" "$ROOT/web" "$ROOT/demo-store"
}

# Options of every Java that runs the artefact. bin/lib/aot.sh makes the AOT cache, which fits one build only.
java_options() {
    JAVA_OPTIONS=(-XX:+ExitOnOutOfMemoryError)
    if [[ $ARTEFACT/shopbell.aot -nt $ARTEFACT/quarkus-run.jar ]]; then
        JAVA_OPTIONS+=("-XX:AOTCache=$ARTEFACT/shopbell.aot" -Xlog:aot=off)
    fi
}

build_artefact() {
    local log="$ROOT/target/build.log"
    mkdir -p "$ROOT/target"
    if ! maven --projects server package -DskipTests >"$log" 2>&1; then
        grep -E 'ERROR|error' "$log" | head -30 >&2
        fail "The build failed: see $log."
    fi
}
