# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of the Hub and the CDN: each ends in success or a clear error with the right exit code, and never in a wrong object.

Every case has a repository, a profile and rules of its own, so that many run at once: most of their time is pauses between tries.
"""

import concurrent.futures
import pathlib
import tempfile

import harness

WEIGHTS = 12 * 1024 * 1024   # fetched in several pieces, with a journal
MIB = 1024 * 1024


class Case:
    """`rules`: (action, match), where match "cdn" and "hub" stand for a server. `error`: the code of the error, or several; None where it succeeds.
    `also`: another look at how it went, called with (test, case)."""

    def __init__(self, *rules, code=0, error=None, also=None):
        self.rules, self.code, self.error, self.also = rules, code, error, also


def cdn(**match):
    return {"server": "cdn", **match}


def hub(route, **match):
    return {"server": "hub", "route": route, **match}


def fails(action, match, error, code=5, also=None):
    return Case((action, match), code=code, error=error, also=also)


def passes(*rules, also=None):
    return Case(*rules, also=also)


def status(number, **more):
    return {"type": "status", "status": number, **more}


def json_set(**values):
    return {"type": "json", "set": values}


def waited(route, seconds):
    """After a 429 nothing more is asked of the Hub for so long; what was under way at that moment is not counted."""
    def look(test, case):
        log = [entry for entry in test.hub.log(server="hub") if case.id in entry["target"]]
        refused = [entry for entry in log if entry["status"] == 429]
        test.assertTrue(refused, "nothing was refused")
        shut = refused[-1]["at"]
        early = [(round(entry["at"] - shut, 3), entry["target"]) for entry in log if shut + 0.25 < entry["at"] < shut + seconds]
        test.assertEqual(early, [], "asked although the Hub wanted a pause")
        test.assertTrue(any(entry["at"] >= shut + seconds for entry in log), "it did not go on")
    return look


def quarantined(path):
    def look(test, case):
        name = next(file["object"] for file in case.facts["files"] if file["path"] == path)
        aside = sorted((case.app.store / "quarantine").glob(f"*{name}*"))
        test.assertEqual(len(aside), 2, f"bytes and a note should be in quarantine: {aside}")
        test.assertIn(path, " ".join(one.read_text() for one in aside if one.suffix == ".txt"))
        if case.code:
            message = case.found.error["message"]
            test.assertIn(path, message)
            test.assertIn("quarantine", message)
            held = [snapshot["files"] for snapshot in case.listed]
            test.assertEqual(held, [len(case.facts["files"]) - 1], "the good files are held, and said to be a part")
    return look


def no_passwd(test, case):
    for one in (case.found.out, case.found.err):
        test.assertNotIn("root:", one)


CASES = {
    # Connections
    "cdn_cut": passes(({"type": "cut", "after": MIB}, cdn(times=3))),
    "cdn_cut_rst": passes(({"type": "cut", "after": MIB, "how": "rst"}, cdn(times=3))),
    "cdn_cut_at_once": passes(({"type": "cut", "after": 0}, cdn(times=2))),
    "cdn_drop": passes(({"type": "drop"}, cdn(times=3))),
    "cdn_drop_always": fails({"type": "drop"}, cdn(), "network_failed"),
    "info_drop": passes(({"type": "drop"}, hub("info", times=2))),
    "info_cut": passes(({"type": "cut", "after": 40}, hub("info", times=2))),
    "tree_cut": passes(({"type": "cut", "after": 300}, hub("tree", times=2))),
    "tree_cut_always": fails({"type": "cut", "after": 300}, hub("tree"), "network_failed"),
    "small_file_cut": passes(({"type": "cut", "after": 100}, hub("resolve-cache", times=3))),
    "garbage": fails({"type": "garbage", "text": "220 ftp.example ready\r\n"}, hub("info"), "network_failed"),
    "garbage_once": passes(({"type": "garbage", "text": "\x00\x01\x02"}, hub("tree", times=1)),
                           ({"type": "garbage", "text": "no http"}, cdn(times=2))),
    "stall": passes(({"type": "stall", "after": 3 * MIB // 2}, cdn(times=1)), ({"type": "stall", "after": -1}, hub("resolve", times=1))),
    "stall_of_info": passes(({"type": "stall", "after": -1}, hub("info", times=1))),

    # Ranges
    "no_ranges": passes(({"type": "ignore_range"}, cdn())),
    "no_ranges_once": passes(({"type": "ignore_range"}, cdn(nth=2))),
    "content_range_shifted": passes(({"type": "content_range", "shift": 1}, cdn(times=2))),
    "content_range_shifted_always": fails({"type": "content_range", "shift": 4096}, cdn(), "bad_range"),
    "content_range_total": passes(({"type": "content_range", "total": WEIGHTS + 1}, cdn(times=2))),
    "content_range_nonsense": passes(({"type": "content_range", "value": "bytes 7-/x"}, cdn(times=2))),
    "content_range_missing": passes(({"type": "content_range", "drop": True}, cdn(times=2))),
    "other_bytes_than_asked": passes(({"type": "content_range", "bytes_shift": 5}, cdn(times=1)), also=quarantined("model.safetensors")),
    "range_refused": fails(status(416), cdn(), "bad_range"),

    # Links and statuses
    "link_expires": passes((status(403, text="<Error>Request has expired</Error>"), cdn(nth=[3, 5]))),
    "link_never_works": fails(status(403), cdn(), "link_refused"),
    **{f"status_{number}": passes((status(number), hub("info", times=1)), (status(number), hub("tree", times=2)),
                                  (status(number), hub("resolve", times=2)), (status(number), cdn(times=2)))
       for number in (500, 502, 503, 504, 408)},
    "info_503_always": fails(status(503), hub("info"), "hub_failing"),
    "tree_500_always": fails(status(500, text="<html>oops</html>"), hub("tree"), "hub_failing"),
    "cdn_500_always": fails(status(500), cdn(), "hub_failing"),
    "refs_and_history_missing": passes((status(404), hub("refs")), (status(403), hub("commits"))),
    "file_missing": fails(status(404, headers={"X-Error-Code": "EntryNotFound"}), hub("resolve", path="config"), "file_not_found", 3),
    "rate_limit_header": passes((status(429, ratelimit={"r": 0, "t": 1}), hub("tree", times=1)), also=waited("tree", 1)),
    "rate_limit_retry_after": passes((status(429, headers={"Retry-After": "1"}), hub("resolve", nth=2)), also=waited("resolve", 1)),
    "rate_limit_of_the_cdn": passes((status(429, headers={"Retry-After": "1"}), cdn(nth=2))),
    "rate_limit_plain": passes((status(429), hub("info", times=2))),

    # What is no JSON, and wrong JSON
    "portal_info": fails({"type": "html"}, hub("info"), "captive_portal"),
    "portal_tree": fails({"type": "html"}, hub("tree"), "captive_portal"),
    "portal_login": fails({"type": "html", "status": 511}, hub("info"), "captive_portal"),
    "portal_cdn": fails({"type": "html"}, cdn(), "captive_portal"),
    "portal_cdn_once": passes(({"type": "html"}, cdn(times=2))),
    "portal_small_file": fails({"type": "html"}, hub("resolve", path="config"), "captive_portal"),
    "info_list": fails({"type": "json", "replace": []}, hub("info"), "bad_answer"),
    "info_no_sha": fails({"type": "json", "drop": ["sha"]}, hub("info"), "bad_answer"),
    "info_sha_number": fails(json_set(sha=5), hub("info"), "bad_answer"),
    "info_sha_path": fails(json_set(sha="../../../../../../../../tmp/0123456789abc"), hub("info"), "bad_answer"),
    "info_other_id": fails(json_set(id="../../etc"), hub("info"), "bad_answer"),
    "info_truncated": fails({"type": "json", "truncate": 100}, hub("info"), "bad_answer"),
    "info_nonsense": fails({"type": "json", "raw": "\x00\x01nonsense"}, hub("info"), "bad_answer"),
    "info_null": fails({"type": "json", "raw": "null"}, hub("info"), "bad_answer"),
    "tree_object": fails({"type": "json", "replace": {"error": 1}}, hub("tree"), "bad_answer"),
    "tree_numbers": fails({"type": "json", "replace": [1, 2]}, hub("tree"), "bad_answer"),
    "tree_deep": fails({"type": "json", "deep": 100000}, hub("tree"), "bad_answer"),
    "tree_size_text": fails(json_set(**{"[*].size": "12"}), hub("tree"), "bad_answer"),
    "tree_size_negative": fails(json_set(**{"[*].size": -1}), hub("tree"), "bad_answer"),
    "tree_size_fraction": fails(json_set(**{"[*].size": 1.5}), hub("tree"), "bad_answer"),
    "tree_size_huge": fails(json_set(**{"[*].size": 1e300}), hub("tree"), "bad_answer"),
    "tree_no_oid": fails({"type": "json", "drop": ["[*].oid"]}, hub("tree"), "bad_answer"),
    "tree_oid_path": fails(json_set(**{"[*].oid": "../../../../../../../../../etc/passwd...."}), hub("tree"), "bad_answer"),
    "tree_lfs_text": fails(json_set(**{"[*].lfs": "yes"}), hub("tree"), "bad_answer"),
    "tree_path_number": fails(json_set(**{"[*].path": 7}), hub("tree"), "bad_answer"),
    "refs_wrong": fails({"type": "json", "replace": {"branches": "main"}}, hub("refs"), "bad_answer"),

    # Pages
    "pages_repeat": fails({"type": "pages", "mode": "repeat"}, hub("tree"), "bad_answer"),
    "pages_endless_same": fails({"type": "pages", "mode": "endless", "rename": False}, hub("tree"), "bad_answer"),
    "pages_elsewhere": fails({"type": "pages", "mode": "link", "link": "{cdn}/next"}, hub("tree"), "bad_answer"),
    "pages_to_a_file": fails({"type": "pages", "mode": "link", "link": "file:///etc/passwd"}, hub("tree"), "bad_answer"),

    # Redirects
    "redirect_loop_info": fails({"type": "redirect", "location": "{self}", "status": 307}, hub("info"), "redirect_loop"),
    "redirect_loop_file": fails({"type": "redirect", "location": "{self}"}, hub("resolve", path="config"), "redirect_loop"),
    "redirect_endless": fails({"type": "redirect", "location": "{path}?hop={n}"}, hub("tree"), "redirect_loop"),
    "redirect_loop_cdn": fails({"type": "redirect", "location": "{self}"}, cdn(), "redirect_loop"),
    "redirect_to_file": fails({"type": "redirect", "location": "file:///etc/passwd"}, hub("info"), "bad_redirect", also=no_passwd),
    "redirect_file_to_file": fails({"type": "redirect", "location": "file:///etc/passwd"}, hub("resolve", path="config"), "bad_redirect",
                                   also=no_passwd),
    "redirect_to_socket": fails({"type": "redirect", "location": "unix+http://%2Frun%2Fdocker.sock/info"}, hub("resolve", path="config"),
                                "bad_redirect"),
    "redirect_to_ftp": fails({"type": "redirect", "location": "ftp://127.0.0.1/x"}, cdn(), "bad_redirect"),
    "redirect_with_user": fails({"type": "redirect", "location": "http://user:pass@127.0.0.1:9/x"}, hub("resolve", path="config"),
                                "bad_redirect"),
    "redirect_nowhere": fails({"type": "redirect", "location": ""}, hub("info"), "bad_redirect"),
    "redirect_info_elsewhere": fails({"type": "redirect", "location": "{cdn}{path}"}, hub("info"), "bad_redirect"),

    # Bodies
    "corrupt_once": passes(({"type": "corrupt"}, cdn(times=1)), also=quarantined("model.safetensors")),
    "corrupt_always": fails({"type": "corrupt", "at": 5000}, cdn(), "hash_mismatch", 6, also=quarantined("model.safetensors")),
    "corrupt_small_once": passes(({"type": "corrupt"}, hub("resolve-cache", path="config", times=1)), also=quarantined("config.json")),
    "corrupt_small_always": fails({"type": "corrupt"}, hub("resolve-cache", path="config"), "hash_mismatch", 6,
                                  also=quarantined("config.json")),
    "short_honest": passes(({"type": "short", "bytes": 1000}, cdn(times=2))),
    "short_honest_always": fails({"type": "short", "bytes": 1000}, cdn(), "wrong_length"),
    "short": passes(({"type": "short", "bytes": 300000, "honest": False}, cdn(times=4))),
    "short_always": fails({"type": "short", "bytes": 0, "honest": False}, cdn(), ("short_body", "network_failed")),
    "long_honest": passes(({"type": "long", "bytes": 10}, cdn(times=2))),
    "long_honest_always": fails({"type": "long", "bytes": 10}, cdn(), "wrong_length"),
    "long": passes(({"type": "long", "bytes": 10, "honest": False}, cdn())),
    "long_small_file": passes(({"type": "long", "bytes": 10, "honest": False}, hub("resolve-cache"))),
    "gzip": fails({"type": "gzip"}, hub("resolve-cache", path="config"), "bad_answer"),
    "gzip_claimed": fails({"type": "gzip", "claim_only": True}, cdn(), "bad_answer"),
    "gzip_once": passes(({"type": "gzip"}, hub("resolve-cache", times=2)), ({"type": "gzip", "claim_only": True}, cdn(times=1))),
    "gzip_info": fails({"type": "gzip"}, hub("info"), "bad_answer"),
    "gzip_bomb": fails({"type": "gzip", "bomb": 400 * MIB}, hub("tree"), "bad_answer"),
    "no_length": passes(({"type": "no_length"}, cdn())),
    "no_length_cut": passes(({"type": "no_length", "cut": 500000}, cdn(times=2))),
    "no_length_small_cut": passes(({"type": "no_length", "cut": 50}, hub("resolve-cache", path="config", times=2))),
    # Nothing in the answer says that it was cut; half of a list is no JSON.
    "no_length_tree_cut": fails({"type": "no_length", "cut": 200}, hub("tree"), "bad_answer"),
    "chunked": passes(({"type": "chunked"}, cdn())),
    "chunked_cut": passes(({"type": "chunked", "cut": 500000}, cdn(times=2))),
    "chunked_bad": passes(({"type": "chunked", "bad": True}, cdn(times=2))),
}


class Faults(harness.HuggerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        temporary = tempfile.TemporaryDirectory(prefix="hugger-e2e-", dir=harness.SCRATCH, ignore_cleanup_errors=True)
        cls.addClassCleanup(temporary.cleanup)
        for name, case in CASES.items():
            cls.prepare(name, case, pathlib.Path(temporary.name))
        pool = concurrent.futures.ThreadPoolExecutor(20)
        cls.addClassCleanup(pool.shutdown, cancel_futures=True)
        # Those that wait longest begin first.
        for name in sorted(CASES, key=lambda name: (not name.startswith("stall"), CASES[name].code == 0)):
            CASES[name].future = pool.submit(cls.work, CASES[name])

    @classmethod
    def prepare(cls, name, case, folder):
        case.id = f"acme/{name.replace('_', '-')}-case"
        cls.hub.add_repo(case.id, [{"path": "config.json", "text": f'{{"case": "{name}"}}\n' * 20},
                                   {"path": "notes/README.md", "text": f"# {name}\n"}, {"path": "notes/empty.txt", "text": ""},
                                   {"path": "model.safetensors", "size": WEIGHTS, "seed": name},
                                   {"path": "small.bin", "size": 50000, "seed": f"small {name}"}])
        case.facts = cls.hub.repo(case.id)
        case.rule_ids = []
        for action, match in case.rules:
            match = dict(match)
            if match["server"] == "cdn":
                # The CDN knows no repositories; their number is in its addresses. The big file only, so that counting holds.
                match["path"] = f"{case.facts['_id']}/.*model"
            else:
                match["path"] = f"{case.id}/?.*{match.get('path', '')}"
            case.rule_ids.append(cls.hub.fault(action, **match))
        case.app = harness.Hugger(cls.hub.url, folder / name)

    @classmethod
    def work(cls, case):
        case.found = case.app.archive(case.id, expect=None)
        case.fired = [cls.hub.fired(rule) for rule in case.rule_ids]
        case.listed = case.app.list()

    def check(self, name):
        case = CASES[name]
        case.future.result()
        self.assertTrue(all(case.fired), f"a rule was never used: {case.fired}")
        self.assertEqual(case.found.code, case.code, str(case.found))
        self.assertSound(case.app)
        self.assertHonest(case.app, case.listed)
        if case.error:
            error = case.found.error
            self.assertIn(error["code"], [case.error] if isinstance(case.error, str) else case.error, str(case.found))
            self.assertRegex(error["message"], r"^[A-Z\"a-z].*[.]$")
            self.assertGreater(error["message"].count(". ") + error["message"].count("; "), 0, f"it does not say what to do: {error['message']}")
        if case.also:
            case.also(self, case)
        # Once the trouble is over the same command goes on.
        for rule in case.rule_ids:
            self.hub.clear_faults(rule)
        if case.code:
            self.assertEqual(case.app.archive(case.id).snapshot["state"], "complete")
        self.assertHolds(case.app, case.id)
        self.assertEqual([path.name for path in (case.app.store / "incoming").iterdir()], [], "left in incoming/")


for case_name in CASES:
    setattr(Faults, f"test_{case_name}", lambda self, name=case_name: self.check(name))


class ExpiringLinks(harness.HuggerTest):
    """Signed addresses as the real CDN has them: each works for so many bytes, then never again."""

    def test_a_link_that_ends_in_the_middle(self):
        self.hub.add_repo("acme/expiring", [{"path": "model.safetensors", "size": 64 * MIB}])
        self.hub.settings(url_bytes=2 * MIB)
        app = self.hugger()
        app.archive("acme/expiring")
        self.assertGreater(self.hub.counters()["statuses"].get("cdn 403", 0), 0, "no link expired")
        self.assertHolds(app, "acme/expiring")
        self.assertEqual(self.hub.counters()["cdn_authorization"], 0)

    def test_a_quota_that_runs_out(self):
        """The Hub's own counting: in each of three windows no more is refused than was under way, sixteen at a time."""
        self.hub.reset()
        self.hub.add_repo("acme/rationed", [{"path": f"f{n:02}.txt", "text": f"file {n}\n"} for n in range(40)])
        self.hub.limits(quotas={"resolvers": 30, "api": 100}, window=3)
        app = self.hugger()
        app.archive("acme/rationed")
        self.assertHolds(app, "acme/rationed")
        self.assertLess(self.hub.counters()["statuses"].get("hub 429", 0), 3 * 16)


del case_name

if __name__ == "__main__":
    harness.main()
