/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/connect/cw-net-stats.h"
#include "widgets/cw-net-panel.h"
#include "widgets/cw-row-model.h"

G_BEGIN_DECLS

struct _CwNetPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GArray *stats; /* of CwNetStats, of the nets of the design below */
  CwConnect *connect;
  GArray *shown;    /* of guint, which of them have a row */
  GPtrArray *bound; /* of GtkListItem, the cells that are on the screen */
  gboolean updating;
  gboolean is_stale; /* counting again is wanted */
  gboolean counting;
  guint idle;

  GtkWidget *filter;
  GtkWidget *open_only;
  GtkWidget *view;
  GtkWidget *note;
  GtkWidget *pages; /* of view and note */
  CwRowModel *model;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
};

const CwNetStats *cw_net_panel_get_stats (CwNetPanel *self, CwRow *row);
CwDesign *cw_net_panel_get_design (CwNetPanel *self);
void cw_net_panel_fill_cell (CwNetPanel *self, GtkListItem *item);
GtkWidget *cw_net_panel_make_view (CwNetPanel *self);

G_END_DECLS
