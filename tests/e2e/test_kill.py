# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments of an archive: what is there afterwards is true, and the next run ends it without fetching much again.

The moments come from a seed that is printed; HUGGER_KILL_SEED repeats a run.
"""

import os
import random
import signal
import subprocess
import sys
import time
import urllib.request

import harness

MIB = 1024 * 1024
KILLS = 20
TWICE = 16 * MIB
REPO = "acme/fragile"
BIG = 40 * MIB


class Kill(harness.HuggerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.seed = int(os.environ.get("HUGGER_KILL_SEED", time.time_ns() % 1_000_000))
        print(f"HUGGER_KILL_SEED={cls.seed}", file=sys.stderr, flush=True)
        cls.hub.add_repo(REPO, [{"path": "README.md", "text": "# Fragile\n"}, {"path": "model.safetensors", "size": BIG},
                                {"path": "second.gguf", "size": 10 * MIB}], many={"count": 150, "size": 1500})
        cls.facts = cls.hub.repo(REPO)
        cls.objects = harness.objects_of(cls.facts)
        cls.contents = {}
        for file in cls.facts["files"]:
            if file["size"] > 8 * MIB:
                with urllib.request.urlopen(f"{cls.hub.url}/{REPO}/resolve/main/{file['path']}") as answer:
                    cls.contents[file["sha256"]] = answer.read()

    def network(self, speed):
        """One that is slower than the machine, without buffers in which bytes count as sent before they arrive."""
        self.hub.throttle(everything=speed, send_buffer=65536)

    def one_run(self):
        """How long an archive takes when nobody disturbs it."""
        app = self.hugger()
        start = time.monotonic()
        app.archive(REPO)
        took = time.monotonic() - start
        self.assertHolds(app, REPO)
        harness.remove_tree(app.home)
        return took

    def look(self, app, moment):
        """Right after a kill, before anything could mend it."""
        for command in ("list", "jobs", "events"):
            app.run(command)
        self.assertSound(app)
        self.assertHonest(app)
        self.assertEqual(harness.claimed_wrongly(app.store, self.contents), [], f"killed at {moment:.3f} s")

    def test_at_random_moments(self):
        self.network(60 * MIB)
        moments = random.Random(self.seed)
        # The quickest of three: one that a busy machine held up would put the moments after the end.
        took = min(self.one_run() for _ in range(3))
        worst = killed = partly = 0
        for number in range(KILLS):
            moment = moments.uniform(0.02, took * 0.9)
            with self.subTest(number=number, moment=round(moment, 4), seed=self.seed):
                app = self.hugger()
                self.hub.clear_log()
                process = app.start("archive", REPO)
                try:
                    process.wait(moment)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                process.communicate()
                killed += process.returncode == -signal.SIGKILL
                before = sum(self.hub.counters()["served"].values())
                partly += 0 < before < sum(self.objects.values())
                self.look(app, moment)
                snapshot = app.archive(REPO).snapshot
                self.assertEqual(snapshot["state"], "complete")
                self.assertHolds(app, REPO)
                self.assertHonest(app)
                self.assertEqual(list((app.store / "incoming").iterdir()), [], "left in incoming/")
                twice = self.twice(self.objects)
                self.assertLessEqual(twice, TWICE, f"fetched twice after a kill at {moment:.3f} s, with {before} bytes sent by then")
                worst = max(worst, twice)
                harness.remove_tree(app.home)
        print(f"{killed} of {KILLS} killed, {partly} in the middle of fetching; at most {worst / MIB:.1f} MiB fetched twice",
              file=sys.stderr, flush=True)
        self.assertGreater(killed, KILLS // 2, "hardly any was killed in time: the moments prove nothing")
        self.assertGreater(partly, KILLS // 4, "hardly any was killed while it was fetching")

    def test_again_and_again(self):
        """One archive that is killed over and over gets there all the same."""
        self.network(12 * MIB)
        moments = random.Random(self.seed + 1)
        app = self.hugger()
        self.hub.clear_log()
        for number in range(6):
            process = app.start("archive", REPO)
            try:
                process.wait(moments.uniform(0.1, 0.6))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            process.communicate()
            self.assertEqual(process.returncode, -signal.SIGKILL, "it was too quick to be killed")
            self.look(app, number)
        self.network(0)
        app.archive(REPO)
        self.assertHolds(app, REPO)
        self.assertLessEqual(self.twice(self.objects), 6 * TWICE)
        self.assertEqual([job["state"] for job in app.run("jobs", "--all").json["jobs"]], ["done"])


if __name__ == "__main__":
    harness.main()
