"""Runs a command, and writes to stderr as JSON what it took. What the command
says, errors too, goes to stdout."""

import json
import os
import sys
import time

start = time.perf_counter()
child = os.fork()
if child == 0:
    os.dup2(1, 2)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(child, 0)
json.dump({
    "wall": time.perf_counter() - start,
    "cpu": used.ru_utime + used.ru_stime,
    "peak": used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6,
    "code": os.waitstatus_to_exitcode(status),
}, sys.stderr)
