/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-level-panel.h"

G_BEGIN_DECLS

/* what is seen of the levels */
typedef struct
{
  gboolean is_stored;
  guint64 visible;
  guint64 faded;
  guint64 locked;
} CwLevelPreset;

struct _CwLevelPanel
{
  GtkWidget parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *filters;
  GtkWidget *menu; /* of a row */
  guint menu_level;
  CwEditor *editor;
  const CwTheme *theme;
  CwTechnology *technology; /* that the rows are of */
  GPtrArray *rows;          /* of CwLevelRow, by level */
  CwLevelPreset presets[CW_N_LEVEL_PRESETS];
  gboolean updating;
  gboolean dragging; /* over the eyes */
  gboolean showing;  /* what the drag makes of them */
};

/* one level */
typedef struct
{
  CwLevelPanel *panel;
  guint level;
  GtkWidget *row;
  GtkWidget *eye;
  GtkWidget *lock;
  GtkWidget *swatch;
} CwLevelRow;

static inline guint64
cw_level_get_bit (guint level)
{
  return (guint64) 1 << level;
}

const CwToolSettings *cw_level_panel_get_settings (CwLevelPanel *self);
void cw_level_panel_set_settings (CwLevelPanel *self, const CwToolSettings *settings);
void cw_level_panel_show_only (CwLevelPanel *self, guint level);
CwLevelRow *cw_level_panel_find_row (CwLevelPanel *self, double x, double y, gboolean over_eye);
void cw_level_panel_install_actions (GtkWidgetClass *klass);
void cw_level_panel_make_menu (CwLevelPanel *self);

G_END_DECLS
