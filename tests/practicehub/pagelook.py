# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTML of the practice Hub's pages: structure as on the live ones (header with the repository's name and its small
buttons, tabs, file rows, cards of lists), all words and styles our own."""

import html
import urllib.parse

from . import cards
from .repos import stamp

NOUN = {"models": "model", "datasets": "dataset", "spaces": "space"}
HEART = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 14 2 8a4 4 0 0 1 6-5 4 4 0 0 1 6 5z"/></svg>'
COPY = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 5h8v9H5zM3 11V2h8"/></svg>'
ICON = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 2h7l3 3v9H3z"/></svg>'
FOLDER = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 3h5l2 2h7v9H1z"/></svg>'


def esc(text):
    return html.escape(str(text), quote=True)


def address(path):
    return esc(urllib.parse.quote(path, safe="/", errors="surrogatepass"))


def base(repo):
    return ("" if repo.kind == "models" else f"/{repo.kind}") + f"/{repo.id}"


def human(size):
    for unit in ("Bytes", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            return f"{size:.0f} {unit}" if unit == "Bytes" else f"{size:.3g} {unit}"
        size /= 1000


def when(moment):
    return f'<time datetime="{stamp(moment)}">{moment:%b} {moment.day}, {moment.year}</time>'


def document(look, title, kind, main):
    dark = ' class="dark"' if look.theme == "dark" else ""
    who = f'<li><a href="/{esc(look.user)}">{esc(look.user)}</a></li>' if look.user else \
        '<li><a href="/login">Log In</a></li><li><a class="signup" href="/join">Sign Up</a></li>'
    links = "".join(f'<li><a href="/{name}">{name.capitalize()}</a></li>'
                    for name in ("models", "datasets", "spaces", "docs", "pricing"))
    return f"""<!DOCTYPE html>
<html{dark} lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{esc(title)}</title>
<link rel="stylesheet" href="/front/practice.css">
<link rel="icon" href="data:,">
<script src="/front/practice.js" defer></script>
</head>
<body class="{kind}">
<header class="top"><div class="container">
<a class="brand" href="/">Practice Hub</a>
<form action="/models" role="search"><input name="search" type="search" placeholder="Search models, datasets, users..."></form>
<nav aria-label="Main"><ul>{links}{who}</ul></nav>
</div></header>
<main>
{main}
</main>
<footer><div class="container">A practice Hub on this machine</div></footer>
</body>
</html>
"""


def header(repo, active):
    """The header of a repository: name with its small buttons, tags, tabs."""
    owner, name = repo.id.split("/")
    noun = NOUN[repo.kind]
    crumb = "" if repo.kind == "models" else f'<a class="kind" href="/{repo.kind}">{repo.kind.capitalize()}:</a>'
    tags = "".join(f'<a class="tag" href="/{repo.kind}?other={address(tag)}"><span>{esc(tag)}</span></a>'
                   for tag in cards.tags(repo, repo.head))
    first = {"models": "Model card", "datasets": "Dataset card", "spaces": "App"}[repo.kind]
    tabs = (("card", "", first), ("tree", "/tree/main", "Files" if repo.kind == "spaces" else "Files and versions"),
            ("community", "/discussions", "Community"))
    row = "".join(f'<a class="tab{" active" if key == active else ""}" href="{address(base(repo) + tail)}">{ICON}{text}</a>'
                  for key, tail, text in tabs)
    use = "" if repo.kind == "spaces" else f'<div class="use"><button type="button">{ICON}Use this {noun}</button></div>'
    return f"""<header class="repo"><div class="container">
<h1>
<div class="owner">{crumb}<a class="face" href="/{esc(owner)}" tabindex="-1" aria-hidden="true"><img alt="" src="data:,"></a><span><a href="/{esc(owner)}">{esc(owner)}</a></span><div class="slash">/</div></div>
<div class="name"><a href="{address(base(repo))}">{esc(name)}</a><button type="button" class="copy" title="Copy {noun} name to clipboard">{COPY}</button></div>
<div class="pair"><button type="button" title="Like">{HEART}like</button><button type="button" title="See users who liked this repository">{repo.likes}</button></div>
<div class="pair follow"><button type="button">Follow</button><a href="/{esc(owner)}">{esc(owner)}</a></div>
</h1>
<div class="tags">{tags}</div>
<div class="under"><div class="tabs">{row}</div>{use}</div>
</div></header>
"""


def words(markdown):
    """The little Markdown our cards use."""
    found, code = [], None
    text = markdown.split("\n---", 1)[1].lstrip("-\n") if markdown.startswith("---\n") else markdown
    for line in text.split("\n"):
        if line.startswith("```"):
            if code is None:
                code = []
            else:
                found.append(f"<pre><code>{esc(chr(10).join(code))}</code></pre>")
                code = None
        elif code is not None:
            code.append(line)
        elif line.startswith("#"):
            level = min(4, len(line) - len(line.lstrip("#"))) + 1
            found.append(f"<h{level}>{esc(line.lstrip('# '))}</h{level}>")
        elif line.strip():
            found.append(f"<p>{esc(line)}</p>")
    return "".join(found)


def page(look, repo, active, title, body):
    kind = {"models": "ModelPage", "datasets": "DatasetPage", "spaces": "SpacePage"}[repo.kind]
    return document(look, title, kind, f'{header(repo, active)}<div class="container body">{body}</div>')


def gate(repo):
    noun = NOUN[repo.kind]
    text = "You need to agree to share your contact information to access this " + noun
    how = "This repository is publicly accessible, but you have to accept the conditions to access its files and content."
    return f"""<div class="gate"><h2>{text}</h2><p>{how}</p>
<p><a href="/login?next={address(base(repo))}">Log in</a> or <a href="/join?next={address(base(repo))}">Sign Up</a> to review the conditions and access this {noun} content.</p>
<form method="post" action="{address(base(repo))}/ask-access"><button type="submit" disabled>Agree and access repository</button></form></div>"""


def card(look, repo, shut):
    entry = repo.head.files.get("README.md")
    read = words(entry.content.read(0, min(entry.size, 65536)).decode("utf-8", "replace")) if entry else "<p>No card</p>"
    if repo.kind == "spaces":
        read = f'<div class="app" role="presentation">{esc(repo.id)}</div>'
    near = "".join(f'<li><a href="{address(base(repo))}/discussions">{esc(text)}</a></li>' for text in ("How to run it",))
    side = f"""<aside><dl><dt>Downloads last month</dt><dd>{repo.downloads:,}</dd></dl>
<h2>Discussions</h2><ul>{near}</ul></aside>"""
    return page(look, repo, "card", f"{repo.id} · Practice Hub",
                f'<section class="card">{gate(repo) if shut else ""}<div class="prose">{read}</div></section>{side}')


def community(look, repo):
    return page(look, repo, "community", f"{repo.id} · Discussions", "<section><h2>Discussions</h2><p>None yet.</p></section>")


def branch(repo, revision, path, tail):
    """The bar above the files: the revision, and where in the tree this is."""
    root = f"{base(repo)}/tree/{urllib.parse.quote(revision, safe='')}"
    steps, at = [], ""
    for name in path.split("/") if path else []:
        at += "/" + urllib.parse.quote(name, safe="")
        steps.append(f'<span>/</span><a href="{esc(root + at)}">{esc(name)}</a>')
    return f"""<div class="bar"><button type="button" class="revision" aria-haspopup="menu">{ICON}{esc(revision)}</button>
<div class="crumbs"><a href="{esc(root)}">{esc(repo.id.split('/')[1])}</a>{"".join(steps)}</div>{tail}</div>"""


def row(repo, revision, commit, path, is_folder):
    place = urllib.parse.quote(path, safe="/", errors="surrogatepass")
    shown = urllib.parse.quote(revision, safe="")
    last = commit.last_change(path, is_folder)
    name = f'<span>{esc(path.rsplit("/", 1)[-1])}</span>'
    if is_folder:
        first = f'<div class="file"><a href="{esc(f"{base(repo)}/tree/{shown}/{place}")}">{FOLDER}{name}</a></div><span class="size"></span>'
    else:
        entry = commit.files[path]
        xet = '<span class="badge">xet</span>' if entry.lfs else ""
        first = f"""<div class="file"><a href="{esc(f"{base(repo)}/blob/{shown}/{place}")}">{ICON}{name}</a><button type="button" class="badge">Safe</button></div>
<a class="size" title="Download file" download href="{esc(f"{base(repo)}/resolve/{shown}/{place}")}?download=true">{human(entry.size)}{xet}</a>"""
    return f"""<li>{first}<a class="change" href="{address(f"{base(repo)}/commit/{last.sha}")}">{esc(last.title)}</a>
<a class="when" href="{address(f"{base(repo)}/commit/{last.sha}")}">{when(last.date)}</a></li>"""


def tree(look, repo, revision, commit, path, shut):
    rows = sorted(commit.below(path, False), key=lambda one: (not one[1], one[0]))[:1000]
    up = path.rsplit("/", 1)[0] if "/" in path else ""
    back = f"""<li><div class="file"><a href="{address(f"{base(repo)}/tree/{revision}/{up}".rstrip("/"))}">{FOLDER}<span>..</span></a></div></li>""" if path else ""
    history = f'<a class="history" href="{address(f"{base(repo)}/commits/{revision}")}">History</a>'
    head = f'<div class="last"><a href="{address(f"{base(repo)}/commit/{commit.sha}")}">{esc(commit.title)} {commit.sha[:7]}</a></div>'
    files = "".join(row(repo, revision, commit, name, is_folder) for name, is_folder in rows)
    return page(look, repo, "tree", f"{repo.id} at {revision}",
                f'<section class="tree">{gate(repo) if shut else ""}{branch(repo, revision, path, history)}{head}'
                f'<ul class="files">{back}{files}</ul></section>')


def blob(look, repo, revision, entry, shut):
    text = "" if entry.lfs or entry.size > 65536 else entry.content.read(0, entry.size).decode("utf-8", "replace")
    what = f"<pre><code>{esc(text)}</code></pre>" if text else '<p class="large">This file is too large to show.</p>'
    link = f"{base(repo)}/resolve/{urllib.parse.quote(revision, safe='')}/{urllib.parse.quote(entry.path, errors='surrogatepass')}"
    line = f'<div class="last"><a download href="{esc(link)}?download=true">download</a><span>{human(entry.size)}</span></div>'
    return page(look, repo, "tree", f"{entry.path} · {repo.id} at {revision}",
                f'<section class="tree">{gate(repo) if shut else branch(repo, revision, entry.path, "") + line + what}</section>')


def history(look, repo, revision, commit):
    rows = "".join(f'<li><a href="{address(f"{base(repo)}/commit/{one.sha}")}">{esc(one.title)}</a> '
                   f'<a href="{address(f"{base(repo)}/tree/{one.sha}")}">{one.sha[:7]}</a> {when(one.date)}</li>'
                   for one, _ in zip(commit.history(), range(50), strict=False))
    return page(look, repo, "tree", f"Commits · {repo.id}",
                f'<section class="tree">{branch(repo, revision, "", "")}<ul class="commits">{rows}</ul></section>')


def cell(repo):
    facts = f"Updated {when(repo.head.date)} • {repo.downloads:,} • {HEART} {repo.likes}"
    return f"""<article class="cell"><a href="{address(base(repo))}"><header title="{esc(repo.id)}"><h4>{esc(repo.id)}</h4></header>
<div class="facts">{facts}</div></a></article>"""


def listing(look, kind, title, repos, search):
    rows = "".join(cell(repo) for repo in repos)
    return document(look, f"{title} · Practice Hub", "ListPage", f"""<div class="container body list">
<aside><h2>Tasks</h2><ul><li><a href="/{kind}?pipeline_tag=text-generation">Text Generation</a></li></ul></aside>
<section><div class="heading"><h1>{title}</h1><span>{len(repos)}</span><form action="/{kind}"><input name="search" type="search" placeholder="Filter by name" value="{esc(search)}"></form></div>
<div class="cells">{rows}</div></section></div>""")


def profile(look, name, mine):
    blocks = "".join(f'<h3><a href="/{kind}?author={esc(name)}">{kind}</a> <span>{len(repos)}</span></h3>'
                     f'<div class="cells">{"".join(cell(repo) for repo in repos)}</div>' for kind, repos in mine.items() if repos)
    return document(look, f"{name} · Practice Hub", "ProfilePage", f"""<div class="container body list">
<aside><h1>{esc(name)}</h1><button type="button">Follow</button></aside><section>{blocks}</section></div>""")


def article(look, pieces):
    title = " / ".join(urllib.parse.unquote(piece, errors="replace") for piece in pieces)
    return document(look, f"{title} · Practice Hub", "ArticlePage",
                    f'<div class="container body"><article class="prose"><h1>{esc(title)}</h1><p>A page about no repository, '
                    'which links to <a href="/acme/tiny-llama">a model</a>.</p></article></div>')


def problem(look, status, text):
    return document(look, f"{status} · Practice Hub", "ErrorPage",
                    f'<div class="container problem"><h1>{status}</h1><p>{esc(text)}</p></div>')
