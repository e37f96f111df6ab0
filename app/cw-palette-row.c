/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-palette-row.h"

G_DEFINE_FINAL_TYPE (CwPaletteRow, cw_palette_row, G_TYPE_OBJECT)

static void
cw_palette_row_finalize (GObject *object)
{
  CwPaletteRow *self = CW_PALETTE_ROW (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->tag);
  g_free (self->reason);
  g_free (self->name);
  G_OBJECT_CLASS (cw_palette_row_parent_class)->finalize (object);
}

static void
cw_palette_row_class_init (CwPaletteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_palette_row_finalize;
}

static void
cw_palette_row_init (CwPaletteRow *self)
{
  self->index = -1;
}

/**
 * cw_palette_row_new:
 * @kind: what choosing it does
 * @score: how well it matches
 * @title: its words
 *
 * Makes a row.
 *
 * Returns: (transfer full): the row
 */
CwPaletteRow *
cw_palette_row_new (CwPaletteKind kind, int score, const char *title)
{
  CwPaletteRow *self = g_object_new (CW_TYPE_PALETTE_ROW, NULL);

  self->kind = kind;
  self->score = score;
  self->title = g_strdup (title);

  return self;
}
