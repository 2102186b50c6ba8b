# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""@huggingface/hub reads STORE/hub with the Hub gone. It knows no offline mode: a full commit is what it finds without asking."""

import json
import os
import subprocess
import unittest

from held import Held

HELD = Held()
unittest.addModuleCleanup(HELD.remove)
MODULE = os.path.join(os.environ["HUGGER_CLIENTS"], "node_modules", "@huggingface", "hub", "dist", "index.mjs")


class HuggingfaceJs(unittest.TestCase):
    def test_read(self):
        asked, digests, commits = [], [], {}
        for kind, id in (("model", "acme/tiny-llama"), ("dataset", "acme/weather"), ("space", "acme/demo-app")):
            commit, files = HELD.truth(id, kind + "s")
            HELD.archive(("" if kind == "model" else kind + "s/") + id)
            # Its scan looks at the topmost files only.
            commits[kind, id] = (commit, len([path for path in files if "/" not in path]))
            for path, digest in files.items():
                asked.append({"kind": kind, "id": id, "commit": commit, "path": path})
                digests.append(digest)
        HELD.hub.stop()
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "read-cache.mjs")
        done = subprocess.run(["node", script, MODULE, HELD.cache], input=json.dumps(asked), capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        answer = json.loads(done.stdout)
        self.assertEqual((answer["warnings"], answer["requests"]), ([], []))
        self.assertEqual(answer["files"], digests)
        found = {(one["kind"], one["id"]): one["revisions"] for one in answer["repos"]}
        for key, (commit, count) in commits.items():
            self.assertEqual(found[key][commit]["files"], count)
            self.assertIn("main", found[key][commit]["refs"])


if __name__ == "__main__":
    unittest.main()
