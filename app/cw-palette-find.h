/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "app/cw-palette-row.h"
#include "widgets/cw-checker.h"
#include "widgets/cw-editor.h"
#include "widgets/tool/cw-name-index.h"

G_BEGIN_DECLS

/**
 * CwPaletteContext:
 * @editor: (nullable): the document
 * @checker: (nullable): its checker
 * @names: (nullable): the names of its design, or of an earlier one
 * @window: (nullable): actions with the prefix `win.`, %NULL when all of them can be done
 * @application: (nullable): actions with the prefix `app.`
 *
 * Where the palette looks.
 */
typedef struct
{
  CwEditor *editor;
  CwChecker *checker;
  CwNameIndex *names;
  GActionGroup *window;
  GActionGroup *application;
} CwPaletteContext;

GPtrArray *cw_palette_find (const CwPaletteContext *context, const char *text);
gboolean cw_palette_parse_place (const char *text, CwUnit unit, CwPoint *at);

G_END_DECLS
