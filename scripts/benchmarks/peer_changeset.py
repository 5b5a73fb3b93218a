"""Applies to a file what another one changed since their base: BASE OTHER TARGET.
Prints how often the conflict handler was asked."""

import sys

import apsw

base, other, target = sys.argv[1:]
changed = apsw.Connection(other)
changed.execute("ATTACH ? AS base", (base,))
session = apsw.Session(changed, "main")
session.attach("initiative")
session.diff("base", "initiative")

asked = 0


def keep(reason, change):
    global asked
    asked += 1
    return apsw.SQLITE_CHANGESET_OMIT


apsw.Changeset.apply(session.changeset(), apsw.Connection(target), conflict=keep)
print(asked)
