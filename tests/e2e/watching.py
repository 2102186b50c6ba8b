# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of watching have in common: repositories that change, and what hugger says of it."""

import json

import harness
import support

CARD = "---\nlicense: {}\n---\n# A model\n"


class Watching(support.CommandLine):
    hub_options = {"samples": "none"}

    @staticmethod
    def files(id, license="apache-2.0"):
        return [{"path": "README.md", "text": CARD.format(license)}, {"path": "LICENSE", "text": "Do what you like.\n"},
                {"path": "config.json", "text": "{}\n"}, {"path": "model.safetensors", "size": 60000, "seed": id}]

    def add(self, id, license="apache-2.0", files=(), **more):
        self.hub.add_repo(id, [*self.files(id, license), *files], **more)

    def held(self, id, license="apache-2.0", files=(), repo={}, **environment):
        """Adds it, archives it, and looks once: nothing has happened."""
        self.add(id, license, files, **repo)
        snapshot = self.app.archive(id, **environment).snapshot
        self.assertEqual(self.check(id, **environment), [])
        return snapshot

    def check(self, *what, expect=0, **environment):
        """Types of what happened, oldest first."""
        return [event["type"] for event in self.events(*what, expect=expect, **environment)]

    def events(self, *what, expect=0, **environment):
        return self.app.run("check", *what, expect=expect, **environment).json["events"]

    def only(self, events, type):
        found = [event for event in events if event["type"] == type]
        self.assertEqual(len(found), 1, events)
        return found[0]

    def whole(self, event):
        """With its facts, as `events --show` tells it."""
        found = self.app.run("events", "--show", str(event["id"])).json["event"]
        self.assertEqual({name: value for name, value in found.items() if name != "facts"}, event)
        return found

    def upstream(self, id):
        states = {snapshot["upstream"] for snapshot in self.app.list() if snapshot["repo"] == id}
        self.assertEqual(len(states), 1, states)
        return states.pop()

    def last_copy(self, id):
        return {snapshot["commit"]: snapshot["last_copy"] for snapshot in self.app.list() if snapshot["repo"] == id}

    def objects(self):
        return harness.fingerprint(self.app.store / "objects")

    def proves(self, event, account="anonymous"):
        """There is evidence, and it is whole."""
        evidence = self.whole(event)["facts"]["evidence"]
        self.assertTrue(evidence, event)
        for one in evidence:
            self.assertEqual((one["method"] in ("GET", "HEAD"), one["account"]), (True, account), one)
            self.assertTrue(one["url"].startswith(self.hub.url), one)
            self.assertRegex(one["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertRegex(one["body_sha256"], "^[0-9a-f]{64}$")
            self.assertGreaterEqual(one["status"], 200)
            self.assertNotIn("hf_", json.dumps(one).lower().replace("hf_endpoint", ""))
        return evidence

    def clone(self, id, count):
        """The archive of a repository as that of so many others, on the Hub and in the store, without fetching each."""
        made = []
        record = next((self.app.store / "records" / "models" / id).glob("*/record.json")).parent
        for number in range(count):
            copy = f"{id}-{number:04}"
            files = [{"path": "README.md", "text": f"# {number}\n"}]
            commit = self.hub.add_repo(copy, files)["sha"]
            facts = self.hub.repo(copy)
            folder = self.app.store / "records" / "models" / copy / commit
            (folder / "hub").mkdir(parents=True)
            json_text = json.loads((record / "record.json").read_bytes())
            json_text |= {"id": copy, "commit": commit, "hub_id": facts["_id"]}
            (folder / "record.json").write_text(json.dumps(json_text))
            (folder / "SHA256SUMS").write_bytes((record / "SHA256SUMS").read_bytes())
            refs = {"branches": [{"name": "main", "ref": "refs/heads/main", "targetCommit": commit}], "tags": [], "converts": []}
            (folder / "hub" / "refs.json").write_text(json.dumps(refs))
            made.append(copy)
        self.assertEqual(self.app.run("rebuild-catalog", timeout=600).json["records"], count + 1)
        return made
