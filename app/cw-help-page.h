/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwHelpKind:
 * @CW_HELP_TITLE: the title of the page
 * @CW_HELP_HEADING: a heading
 * @CW_HELP_PARAGRAPH: words, as Pango reads them, with links
 * @CW_HELP_BULLET: a point of a list
 * @CW_HELP_KEYS: the keys of a tool
 * @CW_HELP_PICTURE: a drawing
 *
 * What a part of a help page is.
 */
typedef enum
{
  CW_HELP_TITLE,
  CW_HELP_HEADING,
  CW_HELP_PARAGRAPH,
  CW_HELP_BULLET,
  CW_HELP_KEYS,
  CW_HELP_PICTURE,
} CwHelpKind;

/**
 * CwHelpBlock:
 * @kind: what it is
 * @text: its words as markup, the tool whose keys are meant, or what the drawing shows
 * @link: (nullable): the file of the drawing
 *
 * A part of a help page.
 */
typedef struct
{
  CwHelpKind kind;
  char *text;
  char *link;
} CwHelpBlock;

GArray *cw_help_page_load (const char *name, GError **error);
GArray *cw_help_page_parse (const char *text);
const char *cw_help_page_get_title (GArray *page);
GPtrArray *cw_help_page_list_links (GArray *page);
GStrv cw_help_list_pages (void);
const char *const *cw_help_list_panels (void);
char *cw_help_dup_keys (const char *tool);

G_END_DECLS
