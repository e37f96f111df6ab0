/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-check-panel.h"
#include "widgets/cw-row-model.h"

G_BEGIN_DECLS

typedef enum
{
  CW_CHECK_CHIP_ERRORS,
  CW_CHECK_CHIP_LEVEL,
  CW_CHECK_CHIP_AREA,
  CW_CHECK_CHIP_NEW,
  CW_N_CHECK_CHIPS
} CwCheckChip;

struct _CwCheckPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  CwChecker *checker;
  CwCheckResult *result; /* that the rows are of */
  GPtrArray *bound;      /* of GtkListItem, the rows that are on the screen */
  GArray *shown;         /* of guint, its violations that have a row */
  GHashTable *known;     /* keys of the run before, NULL before the second one */
  GHashTable *seen;      /* keys of those that were chosen */
  CwCheckerState state;
  CwBox area;  /* what the canvas shows */
  guint64 key; /* of the one that is selected, 0 for none */
  CwRowModel *model;
  GtkSingleSelection *selection;
  gboolean selecting;
  guint idle;

  GtkWidget *summary;
  GtkWidget *chips[CW_N_CHECK_CHIPS];
  GtkWidget *pages; /* of list and note */
  GtkWidget *list;
  GtkWidget *note;
  GtkWidget *progress;
  GtkWidget *cancel;
  GtkWidget *popover; /* asks for the reason of a waiver */
  GtkWidget *reason;
};

const CwViolation *cw_check_panel_get_violation (CwCheckPanel *self, guint position, guint *index);
const CwWaiver *cw_check_panel_get_waiver (CwCheckPanel *self, guint index);
void cw_check_panel_make_popover (CwCheckPanel *self);

G_END_DECLS
