/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "app/cw-palette-row.h"

G_BEGIN_DECLS

#define CW_TYPE_PALETTE (cw_palette_get_type ())

/**
 * CwPalette:
 *
 * A field in the middle of the window by which everything is found and done. It lies over all of
 * the window, so that nothing below it moves; a click beside it closes it.
 */
G_DECLARE_FINAL_TYPE (CwPalette, cw_palette, CW, PALETTE, GtkWidget)

GtkWidget *cw_palette_new (void);
void cw_palette_open (CwPalette *self, const char *text);
void cw_palette_close (CwPalette *self);
const char *cw_palette_get_text (CwPalette *self);
void cw_palette_set_rows (CwPalette *self, GPtrArray *rows);
GListModel *cw_palette_get_rows (CwPalette *self);

G_END_DECLS
