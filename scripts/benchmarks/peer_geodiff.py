"""Rebases the changes of a file onto those of another: BASE OTHER TARGET NOTES."""

import sys

import pygeodiff

base, other, target, notes = sys.argv[1:]
pygeodiff.GeoDiff().rebase(base, other, target, notes)
