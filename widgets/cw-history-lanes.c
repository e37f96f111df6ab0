/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-history-lanes.h"

#define FREE G_MAXUINT

/* notes the revisions that undo and redo come past */
static void
find_main (CwDocument *document, GArray *rows)
{
  guint current = cw_document_get_revision (document);
  guint revision = current;

  for (;;)
    {
      guint parent = cw_document_get_revision_parent (document, revision);

      g_array_index (rows, CwHistoryRow, revision).is_main = TRUE;
      if (parent == revision)
        break;
      revision = parent;
    }
  for (revision = current;;)
    {
      guint child = cw_document_get_revision_child (document, revision);

      if (child == revision)
        break;
      revision = child;
      g_array_index (rows, CwHistoryRow, revision).is_main = TRUE;
    }
}

static guint
find_free (const guint *waiting)
{
  for (guint lane = 1; lane < CW_HISTORY_LANES_MAX - 1; lane++)
    if (waiting[lane] == FREE)
      return lane;

  return CW_HISTORY_LANES_MAX - 1; /* what comes beyond shares the last one */
}

/**
 * cw_history_lanes_list:
 * @document: a document
 *
 * Lays out the tree of the history: what undo and redo come past is in lane 0, side branches beside
 * it.
 *
 * Returns: (transfer full) (element-type CwHistoryRow): a row for each revision, by its number
 */
GArray *
cw_history_lanes_list (CwDocument *document)
{
  guint n = cw_document_get_n_revisions (document);
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (CwHistoryRow), n);
  guint waiting[CW_HISTORY_LANES_MAX]; /* by lane the revision it goes down to */

  g_array_set_size (rows, n);
  find_main (document, rows);
  for (guint lane = 0; lane < CW_HISTORY_LANES_MAX; lane++)
    waiting[lane] = FREE;
  for (guint revision = n; revision-- > 0;)
    {
      CwHistoryRow *row = &g_array_index (rows, CwHistoryRow, revision);
      guint parent = cw_document_get_revision_parent (document, revision);
      guint first = FREE;

      for (guint lane = 0; lane < CW_HISTORY_LANES_MAX; lane++)
        {
          if (waiting[lane] == FREE)
            continue;
          row->above |= 1u << lane;
          if (waiting[lane] != revision)
            continue;
          row->ends |= 1u << lane;
          waiting[lane] = FREE;
          first = first == FREE ? lane : first;
        }
      row->lane = (guint8) (row->is_main ? 0 : first != FREE ? first : find_free (waiting));
      if (parent != revision)
        waiting[row->lane] = parent;
      for (guint lane = 0; lane < CW_HISTORY_LANES_MAX; lane++)
        if (waiting[lane] != FREE)
          row->below |= 1u << lane;
    }

  return rows;
}
