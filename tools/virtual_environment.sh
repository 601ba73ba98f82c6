#!/bin/sh
# Makes the virtual environment FOLDER with the newest Python that is new enough and has venv.
# Usage: tools/virtual_environment.sh FOLDER
set -eu

folder=$1
too_old=
no_venv=

for name in python3.14 python3.13 python3.12 python3.11 python3; do
    command -v "$name" >/dev/null 2>&1 || continue
    version=$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if ! "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        too_old=$version
    elif ! "$name" -c 'import ensurepip, venv' 2>/dev/null; then
        no_venv=$version
    else
        echo "Making $folder with Python $version."
        exec "$name" -m venv --clear "$folder"
    fi
done

if [ -n "$no_venv" ]; then
    echo "Python $no_venv is here, but its venv module is not." >&2
    echo "On Debian and Ubuntu: sudo apt-get install python$no_venv-venv" >&2
elif [ -n "$too_old" ]; then
    echo "Fingerpost needs Python 3.11 or newer; the newest one found here is $too_old." >&2
    echo "Install a newer Python, then run the same command again." >&2
else
    echo "Fingerpost needs Python 3.11 or newer with venv; there is no python3 on the PATH." >&2
    echo "On Debian and Ubuntu: sudo apt-get install python3 python3-venv" >&2
fi
exit 1
