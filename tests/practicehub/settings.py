# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be turned while the servers run. Every name here is a key of POST /settings."""


class Settings:
    def __init__(self):
        self.xet = True                         # xetHash, X-Xet-Hash and the xet Links on LFS files
        self.tree_page = 1000                   # entries on a page of /tree
        self.tree_page_expand = 100             # the same with expand=true
        self.search_page = 1000
        self.commits_page = 50
        self.url_seconds = 3600.0               # how long a signed address works
        self.url_bytes = 0                      # ... and for how many bytes, 0 = any
        self.url_cuts = False                   # break the answer off at that byte, not only refuse the next one
        self.cdn_refuses_authorization = True   # 400 to a request that brings one, as S3 does
        self.empty_range = 416                  # a Range of an empty file: 416 or 200
        self.missing_page = 404                 # what a browser gets for a repository that is not there: 404 or 401

    def change(self, values):
        for name, value in values.items():
            if name.startswith("_") or not hasattr(self, name) or name == "change":
                raise ValueError(f"there is no setting {name}")
            kind = type(getattr(self, name))
            if kind is not bool and isinstance(value, bool) or not isinstance(value, (int, float, bool)):
                raise ValueError(f"{name} must be {kind.__name__}")
            setattr(self, name, kind(value))

    def values(self):
        return dict(vars(self))
