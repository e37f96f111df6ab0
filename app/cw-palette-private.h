/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "app/cw-palette-find.h"

G_BEGIN_DECLS

/* cw-palette-places.c: what is not an action */
void cw_palette_add_names (const CwPaletteContext *context, const char *query, guint kinds,
                           GPtrArray *rows);
void cw_palette_add_violations (const CwPaletteContext *context, const char *query,
                                GPtrArray *rows);
void cw_palette_add_levels (const CwPaletteContext *context, const char *query, GPtrArray *rows);
void cw_palette_add_files (const char *query, GPtrArray *rows);
void cw_palette_add_place (const CwPaletteContext *context, const char *text, GPtrArray *rows);
void cw_palette_add_number (const CwPaletteContext *context, const char *text, GPtrArray *rows);

G_END_DECLS
