#!/bin/sh
# Has veraPDF check every PDF of a folder against PDF/UA-1 and PDF/A:
#     sh scripts/verapdf.sh FOLDER
# Needs Java and Maven, which fetches veraPDF from Maven Central the first time.
# Ends with 77 when it could check nothing for the lack of these.
set -eu
here=$(cd "$(dirname "$0")/verapdf" && pwd)

skip() {
	echo "SKIPPED: $* The PDFs were not validated."
	exit 77
}

command -v java >/dev/null 2>&1 && command -v mvn >/dev/null 2>&1 || skip "veraPDF needs Java and Maven."

# Where Maven has put the validator: asked once for each version of pom.xml.
sum=$(cksum <"$here/pom.xml")
classpath=${XDG_CACHE_HOME:-$HOME/.cache}/tressons-ci/verapdf-${sum%% *}
if [ ! -s "$classpath" ]; then
	mkdir -p "$(dirname "$classpath")"
	mvn -q -B -Dstyle.color=never -f "$here/pom.xml" dependency:build-classpath -Dmdep.outputFile="$classpath.new" ||
		skip "Maven could not fetch veraPDF."
	mv "$classpath.new" "$classpath"
fi
exec java -cp "$(cat "$classpath")" "$here/Validate.java" "$1"
