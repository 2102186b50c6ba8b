# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""catalog.db and state.db deleted, garbled, cut: hugger rebuilds them by itself, says so, and loses nothing."""

import json
import random

import harness

REPOS = (("acme/tiny-llama", "models"), ("acme/weather", "datasets"), ("acme/demo-app", "spaces"))


class Damage(harness.HuggerTest):
    def setUp(self):
        super().setUp()
        self.app = self.hugger()
        for id, kind in REPOS:
            self.app.archive(id if kind == "models" else f"{kind}/{id}")
        self.app.archive("acme/tiny-llama-GGUF", "--include", "*Q4_K_M*")
        self.before = self.known()
        self.assertEqual(len(self.before), 4)
        self.store = harness.fingerprint(self.app.store)

    def known(self):
        facts = ("repo", "kind", "commit", "revision", "state", "files", "bytes", "path", "captured_at", "verified", "license")
        return sorted(([snapshot[name] for name in facts] for snapshot in self.app.list()), key=str)

    def mended(self, sentence):
        """The next command that writes mends it and says so in words; then everything is as before."""
        found = self.app.run("archive", "acme/tinygpt", "--include", "config.json")
        notices = [json.loads(line).get("notice", "") for line in found.err.splitlines() if line.startswith("{")]
        self.assertTrue(any(sentence in notice for notice in notices), f"it says nothing about {sentence!r}: {found.err}")
        after = [row for row in self.known() if row[0] != "acme/tinygpt"]
        self.assertEqual(after, self.before)
        for id, kind in REPOS:
            self.assertHolds(self.app, id, kind)
        self.assertHonest(self.app)
        self.assertEqual(self.app.run("search", "weather").json["snapshots"][0]["repo"], "acme/weather")
        changed = {path: facts for path, facts in harness.fingerprint(self.app.store).items() if "tinygpt" not in path}
        for path, facts in self.store.items():
            self.assertEqual(changed.get(path), facts, f"{path} in the store changed")

    def spoil(self, name, how):
        path = self.app.profile / name
        for suffix in ("-wal", "-shm", ".clean"):
            path.with_name(name + suffix).unlink(missing_ok=True)
        bytes_now = bytearray(path.read_bytes())
        if how == "deleted":
            path.unlink()
            return
        if how == "garbled":
            bytes_now[:] = random.Random(1).randbytes(len(bytes_now))
        elif how == "garbled inside":
            middle = len(bytes_now) // 2 // 4096 * 4096
            for at in (4096, middle):
                bytes_now[at:at + 4096] = random.Random(at).randbytes(4096)
        elif how == "cut":
            del bytes_now[len(bytes_now) // 2:]
        elif how == "emptied":
            del bytes_now[:]
        elif how == "another program's":
            bytes_now[:] = b"This is a letter to somebody.\n" * 500
        path.write_bytes(bytes_now)


def make(how, catalog_says):
    def catalog(self):
        self.spoil("catalog.db", how)
        self.mended(catalog_says)

    def both(self):
        self.spoil("catalog.db", how)
        self.spoil("state.db", how)
        self.mended(catalog_says)

    def state(self):
        self.spoil("state.db", how)
        if how in ("deleted", "emptied"):
            self.app.run("jobs")
            self.mended("")
        else:
            self.mended("list of jobs was damaged")
        self.assertEqual([job["state"] for job in self.app.run("jobs", "--all").json["jobs"]][:1], ["done"])

    name = how.replace(" ", "_").replace("'", "")
    for test in (catalog, state, both):
        setattr(Damage, f"test_{test.__name__}_{name}", test)


for kind, says in (("deleted", "missing"), ("garbled", "damaged"), ("garbled inside", "damaged"), ("cut", "damaged"),
                   ("emptied", "missing"), ("another program's", "damaged")):
    make(kind, says)


class Reading(harness.HuggerTest):
    def test_commands_that_only_read_say_it(self):
        """They cannot mend, but they must not say that nothing is held."""
        app = self.hugger()
        app.archive("acme/tinygpt")
        (app.profile / "catalog.db").write_bytes(b"garbled" * 1000)
        found = app.run("list", expect=None)
        if found.code == 0:
            self.assertEqual(len(found.json["snapshots"]), 1)
        else:
            self.assertIn("damaged", found.error["message"])
        app.run("verify")
        self.assertEqual(len(app.list()), 1)

    def test_a_garbled_store_list(self):
        app = self.hugger()
        app.archive("acme/tinygpt")
        (app.profile / "stores.json").write_text("{]")
        app.run("verify")
        self.assertEqual(len(app.list()), 1)
        self.assertHolds(app, "acme/tinygpt")

    def test_rebuild_by_hand(self):
        app = self.hugger()
        app.archive("acme/tinygpt")
        app.archive("datasets/acme/weather@2025")
        before = app.list()
        self.assertEqual(app.run("rebuild-catalog").json["records"], 2)
        self.assertEqual(app.list(), before)


if __name__ == "__main__":
    harness.main()
