# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Chipwright developers
"""Writes the help pages as HTML: to-html.py FOLDER OUTPUT, beside the drawings."""

import html
import os
import re
import shutil
import sys

STYLE = (
    "body{font-family:sans-serif;max-width:42em;margin:2em auto;padding:0 1em;line-height:1.5}"
    "code{background:#8882;padding:0 .3em;border-radius:3px}@media(prefers-color-scheme:dark)"
    "{body{background:#222;color:#eee}a{color:#8bf}}"
)


def inline(text):
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)
    text = re.sub(r"!\[([^\]]*)\]\(([^)]+)\)", r'<img src="\2" alt="\1">', text)
    return re.sub(r"\[([^\]]+)\]\(([^)]+)\)", r'<a href="\2.html">\1</a>', text)


def block(lines):
    if lines[0].startswith("# "):
        return f"<h1>{inline(lines[0][2:])}</h1>"
    if lines[0].startswith("## "):
        return f"<h2>{inline(lines[0][3:])}</h2>"
    if lines[0].startswith("- "):
        items = "".join(f"<li>{inline(line[2:])}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    if lines[0].startswith("{keys"):
        return "<p>The program lists the keys that you have chosen: press F1 there.</p>"
    return f"<p>{inline(' '.join(lines))}</p>"


def page(text):
    blocks = [part.split("\n") for part in text.strip().split("\n\n")]
    title = html.escape(blocks[0][0][2:])
    body = "\n".join(block(lines) for lines in blocks)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body>\n{body}\n</body></html>\n"
    )


def main(folder, output):
    os.makedirs(output, exist_ok=True)
    for name in sorted(os.listdir(folder)):
        source = os.path.join(folder, name)
        if name.endswith(".svg"):
            shutil.copyfile(source, os.path.join(output, name))
        elif name.endswith(".md"):
            with open(source, encoding="utf-8") as stream:
                text = page(stream.read())
            with open(os.path.join(output, name[:-3] + ".html"), "w", encoding="utf-8") as stream:
                stream.write(text)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
