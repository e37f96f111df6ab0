/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-selection.h"

#include "widgets/tool/cw-tool-event.h"

/**
 * CwSelection:
 *
 * What is selected: items and pads of dies by their ids, so that it outlives an edit.
 */
struct _CwSelection
{
  GObject parent_instance;

  GArray *picks;     /* of CwPick, ascending */
  CwBox bounds;      /* of them, asked for in each frame */
  guint64 bounds_of; /* serial of the design that these are of, 0 for none */
  CwPick last;       /* picked by itself, the last one */
  GPtrArray *past;   /* of GArray of CwPick: earlier selections, the latest last */
  GPtrArray *future; /* the same, what was undone */
  GArray *before;    /* what was selected when a preview began */
  GArray *sets[CW_N_SELECTION_SETS];
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSelection, cw_selection, G_TYPE_OBJECT)

static int
compare_picks (gconstpointer a, gconstpointer b)
{
  const CwPick *left = a;
  const CwPick *right = b;

  if (left->item != right->item)
    return left->item < right->item ? -1 : 1;
  return left->part < right->part ? -1 : left->part > right->part;
}

static gboolean
same_picks (GArray *a, GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (CwPick)) == 0);
}

static void
remember (GPtrArray *list, GArray *picks)
{
  if (list->len == CW_SELECTION_DEPTH)
    g_ptr_array_remove_index (list, 0);
  g_ptr_array_add (list, g_array_ref (picks));
}

static gboolean
show_picks (CwSelection *self, GArray *picks)
{
  if (same_picks (self->picks, picks))
    {
      g_array_unref (picks);
      return FALSE;
    }
  g_array_unref (self->picks);
  self->picks = picks;
  self->bounds_of = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

static void
take_picks (CwSelection *self, GArray *picks)
{
  g_autoptr (GArray) before = g_array_ref (self->picks);

  if (!show_picks (self, picks) || self->before != NULL)
    return;
  remember (self->past, before);
  g_ptr_array_set_size (self->future, 0);
}

static GArray *
sorted_unique (const CwPick *picks, gsize n_picks)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (CwPick));

  if (n_picks > 0)
    g_array_append_vals (sorted, picks, n_picks);
  g_array_sort (sorted, compare_picks);
  for (guint i = sorted->len; i > 1; i--)
    if (compare_picks (&g_array_index (sorted, CwPick, i - 1),
                       &g_array_index (sorted, CwPick, i - 2))
        == 0)
      g_array_remove_index (sorted, i - 1);

  return sorted;
}

/* merges two ascending arrays; which of one, of both and of the other stay is told by the flags */
static GArray *
merge (GArray *a, GArray *b, gboolean only_a, gboolean both, gboolean only_b)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (CwPick));
  guint i = 0;
  guint j = 0;

  while (i < a->len || j < b->len)
    {
      const CwPick *left = i < a->len ? &g_array_index (a, CwPick, i) : NULL;
      const CwPick *right = j < b->len ? &g_array_index (b, CwPick, j) : NULL;
      int order = left == NULL ? 1 : right == NULL ? -1 : compare_picks (left, right);

      if (order < 0 ? only_a : order > 0 ? only_b : both)
        g_array_append_vals (merged, order <= 0 ? left : right, 1);
      i += order <= 0;
      j += order >= 0;
    }

  return merged;
}

static void
cw_selection_finalize (GObject *object)
{
  CwSelection *self = CW_SELECTION (object);

  g_array_unref (self->picks);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  g_clear_pointer (&self->before, g_array_unref);
  for (guint i = 0; i < CW_N_SELECTION_SETS; i++)
    g_clear_pointer (&self->sets[i], g_array_unref);
  G_OBJECT_CLASS (cw_selection_parent_class)->finalize (object);
}

static void
cw_selection_class_init (CwSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_selection_finalize;

  /**
   * CwSelection::changed:
   * @self: a selection
   *
   * Something became selected or unselected.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_selection_init (CwSelection *self)
{
  self->picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->future = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/**
 * cw_selection_new:
 *
 * Makes an empty selection.
 *
 * Returns: (transfer full): the selection
 */
CwSelection *
cw_selection_new (void)
{
  return g_object_new (CW_TYPE_SELECTION, NULL);
}

/**
 * cw_selection_get_n:
 * @self: a selection
 *
 * Counts what is selected.
 *
 * Returns: how many picks it holds
 */
guint
cw_selection_get_n (CwSelection *self)
{
  g_return_val_if_fail (CW_IS_SELECTION (self), 0);

  return self->picks->len;
}

/**
 * cw_selection_get:
 * @self: a selection
 * @index: which one, below the count
 *
 * Gets a selected item or die pad. They are in ascending order.
 *
 * Returns: the pick
 */
CwPick
cw_selection_get (CwSelection *self, guint index)
{
  g_return_val_if_fail (CW_IS_SELECTION (self) && index < self->picks->len, ((CwPick){ 0, 0 }));

  return g_array_index (self->picks, CwPick, index);
}

/**
 * cw_selection_contains:
 * @self: a selection
 * @pick: an item or a die pad
 *
 * Tells whether something is selected.
 *
 * Returns: whether it is
 */
gboolean
cw_selection_contains (CwSelection *self, CwPick pick)
{
  g_return_val_if_fail (CW_IS_SELECTION (self), FALSE);

  return g_array_binary_search (self->picks, &pick, compare_picks, NULL);
}

/**
 * cw_selection_change:
 * @self: a selection
 * @mode: how
 * @picks: (array length=n_picks): what was picked, in any order
 * @n_picks: how many
 *
 * Changes the selection by what was picked.
 */
void
cw_selection_change (CwSelection *self, CwSelectMode mode, const CwPick *picks, gsize n_picks)
{
  g_autoptr (GArray) sorted = NULL;

  g_return_if_fail (CW_IS_SELECTION (self));

  sorted = sorted_unique (picks, n_picks);
  if (n_picks > 0)
    self->last = n_picks == 1 ? picks[0] : (CwPick){ CW_ID_NONE, 0 };
  switch (mode)
    {
    case CW_SELECT_ADD:
      take_picks (self, merge (self->picks, sorted, TRUE, TRUE, TRUE));
      break;

    case CW_SELECT_TOGGLE:
      take_picks (self, merge (self->picks, sorted, TRUE, FALSE, TRUE));
      break;

    case CW_SELECT_REMOVE:
      take_picks (self, merge (self->picks, sorted, TRUE, FALSE, FALSE));
      break;

    case CW_SELECT_REPLACE:
    default:
      take_picks (self, g_steal_pointer (&sorted));
      break;
    }
}

/**
 * cw_selection_clear:
 * @self: a selection
 *
 * Selects nothing.
 */
void
cw_selection_clear (CwSelection *self)
{
  cw_selection_change (self, CW_SELECT_REPLACE, NULL, 0);
}

static GArray *
dup_pruned (GArray *picks, const CwDesign *design)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint i = 0; i < picks->len; i++)
    {
      CwPick pick = g_array_index (picks, CwPick, i);

      if (cw_design_get_item (design, pick.item) != NULL
          && (pick.part == 0 || pick.part < cw_design_count_shapes (design, pick.item)))
        g_array_append_val (kept, pick);
    }

  return kept;
}

/**
 * cw_selection_prune:
 * @self: a selection
 * @design: the design that is current now
 *
 * Forgets what the design does not have.
 */
void
cw_selection_prune (CwSelection *self, const CwDesign *design)
{
  g_return_if_fail (CW_IS_SELECTION (self) && design != NULL);

  take_picks (self, dup_pruned (self->picks, design));
}

/**
 * cw_selection_get_bounds:
 * @self: a selection
 * @design: the design it is of
 *
 * Gets the box around what is selected; a die pad counts as its die.
 *
 * Returns: the box [nm], empty when nothing is selected
 */
CwBox
cw_selection_get_bounds (CwSelection *self, const CwDesign *design)
{
  CwBox bounds = CW_BOX_EMPTY;

  g_return_val_if_fail (CW_IS_SELECTION (self) && design != NULL, CW_BOX_EMPTY);

  if (self->bounds_of == cw_design_get_serial (design))
    return self->bounds;

  for (guint i = 0; i < self->picks->len; i++)
    {
      CwId id = g_array_index (self->picks, CwPick, i).item;

      if (cw_design_get_item (design, id) != NULL)
        bounds = cw_box_union (bounds, cw_design_get_item_bounds (design, id));
    }
  self->bounds = bounds;
  self->bounds_of = cw_design_get_serial (design);

  return bounds;
}

/**
 * cw_selection_dup_items:
 * @self: a selection
 *
 * Lists the selected items, each once and ascending; a die pad counts as its die.
 *
 * Returns: (transfer full) (element-type CwId): their ids
 */
GArray *
cw_selection_dup_items (CwSelection *self)
{
  GArray *items;

  g_return_val_if_fail (CW_IS_SELECTION (self), NULL);

  items = g_array_new (FALSE, FALSE, sizeof (CwId));
  for (guint i = 0; i < self->picks->len; i++)
    {
      CwId id = g_array_index (self->picks, CwPick, i).item;

      if (items->len == 0 || g_array_index (items, CwId, items->len - 1) != id)
        g_array_append_val (items, id);
    }

  return items;
}

/**
 * cw_selection_get_last:
 * @self: a selection
 * @pick: (out): what was picked last
 *
 * Gets what was picked last by itself and is still selected: what others are aligned with.
 *
 * Returns: whether there is such a thing
 */
gboolean
cw_selection_get_last (CwSelection *self, CwPick *pick)
{
  g_return_val_if_fail (CW_IS_SELECTION (self) && pick != NULL, FALSE);

  *pick = self->last;

  return self->last.item != CW_ID_NONE && cw_selection_contains (self, self->last);
}

/* the latest that still differs from what is selected becomes so */
static gboolean
step (CwSelection *self, GPtrArray *from, GPtrArray *to, const CwDesign *design)
{
  g_autoptr (GArray) before = g_array_ref (self->picks);

  while (from->len > 0)
    {
      g_autoptr (GArray) picks = g_ptr_array_steal_index (from, from->len - 1);

      if (!show_picks (self, dup_pruned (picks, design)))
        continue;
      remember (to, before);
      return TRUE;
    }

  return FALSE;
}

/**
 * cw_selection_undo:
 * @self: a selection
 * @design: the design that is current now
 *
 * Goes back to the selection before the present one. The last 100 are kept; what the design has no
 * more is left out.
 *
 * Returns: whether there was another one
 */
gboolean
cw_selection_undo (CwSelection *self, const CwDesign *design)
{
  g_return_val_if_fail (CW_IS_SELECTION (self) && design != NULL, FALSE);

  return step (self, self->past, self->future, design);
}

/**
 * cw_selection_redo:
 * @self: a selection
 * @design: the design that is current now
 *
 * Takes back cw_selection_undo ().
 *
 * Returns: whether there was another one
 */
gboolean
cw_selection_redo (CwSelection *self, const CwDesign *design)
{
  g_return_val_if_fail (CW_IS_SELECTION (self) && design != NULL, FALSE);

  return step (self, self->future, self->past, design);
}

/**
 * cw_selection_store_set:
 * @self: a selection
 * @set: which set, below %CW_N_SELECTION_SETS
 *
 * Keeps what is selected for later.
 */
void
cw_selection_store_set (CwSelection *self, guint set)
{
  g_return_if_fail (CW_IS_SELECTION (self) && set < CW_N_SELECTION_SETS);

  g_clear_pointer (&self->sets[set], g_array_unref);
  self->sets[set] = g_array_ref (self->picks);
}

/**
 * cw_selection_recall_set:
 * @self: a selection
 * @set: which set, below %CW_N_SELECTION_SETS
 * @design: the design that is current now
 *
 * Selects what was kept; what the design has no more is left out.
 *
 * Returns: whether anything of it is left
 */
gboolean
cw_selection_recall_set (CwSelection *self, guint set, const CwDesign *design)
{
  g_autoptr (GArray) picks = NULL;

  g_return_val_if_fail (CW_IS_SELECTION (self) && set < CW_N_SELECTION_SETS && design != NULL,
                        FALSE);

  if (self->sets[set] == NULL)
    return FALSE;
  picks = dup_pruned (self->sets[set], design);
  if (picks->len == 0)
    return FALSE;
  take_picks (self, g_steal_pointer (&picks));

  return TRUE;
}

/**
 * cw_selection_begin_preview:
 * @self: a selection
 *
 * From now on what is selected is only tried: cw_selection_undo () will not go back to it.
 */
void
cw_selection_begin_preview (CwSelection *self)
{
  g_return_if_fail (CW_IS_SELECTION (self));

  if (self->before == NULL)
    self->before = g_array_ref (self->picks);
}

/**
 * cw_selection_end_preview:
 * @self: a selection
 * @keep: whether what is selected stays so; otherwise what was selected before is so again
 *
 * Ends what cw_selection_begin_preview () began.
 */
void
cw_selection_end_preview (CwSelection *self, gboolean keep)
{
  g_autoptr (GArray) before = NULL;

  g_return_if_fail (CW_IS_SELECTION (self));

  before = g_steal_pointer (&self->before);
  if (before == NULL)
    return;
  if (!keep)
    {
      show_picks (self, g_steal_pointer (&before));
      return;
    }
  if (same_picks (before, self->picks))
    return;
  remember (self->past, before);
  g_ptr_array_set_size (self->future, 0);
}

/**
 * cw_select_mode_for_click:
 * @modifiers: %CwToolModifiers
 *
 * Tells what a click does: replace, with Shift add, with Ctrl toggle, with both remove.
 *
 * Returns: the mode
 */
CwSelectMode
cw_select_mode_for_click (guint modifiers)
{
  switch (modifiers & (CW_TOOL_SHIFT | CW_TOOL_CTRL))
    {
    case CW_TOOL_SHIFT:
      return CW_SELECT_ADD;

    case CW_TOOL_CTRL:
      return CW_SELECT_TOGGLE;

    case CW_TOOL_SHIFT | CW_TOOL_CTRL:
      return CW_SELECT_REMOVE;

    default:
      return CW_SELECT_REPLACE;
    }
}

/**
 * cw_select_mode_for_box:
 * @modifiers: %CwToolModifiers
 *
 * Tells what a box does: replace, with Shift or Ctrl add, with both remove.
 *
 * Returns: the mode
 */
CwSelectMode
cw_select_mode_for_box (guint modifiers)
{
  switch (modifiers & (CW_TOOL_SHIFT | CW_TOOL_CTRL))
    {
    case 0:
      return CW_SELECT_REPLACE;

    case CW_TOOL_SHIFT | CW_TOOL_CTRL:
      return CW_SELECT_REMOVE;

    default:
      return CW_SELECT_ADD;
    }
}
