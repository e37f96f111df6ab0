/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-view-history.h"

#define MOST 100

struct _CwViewHistory
{
  GArray *views; /* of CwPlanView, oldest first */
  guint at;
};

/**
 * cw_view_history_new:
 *
 * Makes a history without views.
 *
 * Returns: (transfer full): the history
 */
CwViewHistory *
cw_view_history_new (void)
{
  CwViewHistory *self = g_new0 (CwViewHistory, 1);

  self->views = g_array_new (FALSE, FALSE, sizeof (CwPlanView));

  return self;
}

/**
 * cw_view_history_free:
 * @self: (transfer full): a history
 *
 * Frees a history.
 */
void
cw_view_history_free (CwViewHistory *self)
{
  g_array_unref (self->views);
  g_free (self);
}

static gboolean
is_current (const CwViewHistory *self, const CwPlanView *view)
{
  const CwPlanView *current;

  if (self->views->len == 0)
    return FALSE;
  current = &g_array_index (self->views, CwPlanView, self->at);

  return current->x == view->x && current->y == view->y && current->scale == view->scale;
}

/**
 * cw_view_history_add:
 * @self: a history
 * @view: the view that is looked at now
 *
 * Adds a view behind the current one; what lay before it, having gone back, is forgotten.
 * The current view is not added again. The last 100 are kept.
 */
void
cw_view_history_add (CwViewHistory *self, const CwPlanView *view)
{
  g_return_if_fail (self != NULL && view != NULL);

  if (is_current (self, view))
    return;
  if (self->views->len > 0)
    g_array_set_size (self->views, self->at + 1);
  if (self->views->len == MOST)
    g_array_remove_index (self->views, 0);
  g_array_append_val (self->views, *view);
  self->at = self->views->len - 1;
}

/**
 * cw_view_history_go:
 * @self: a history
 * @step: -1 for the view before the current one, 1 for the one after it
 * @view: (out): the view
 *
 * Goes back or forth.
 *
 * Returns: whether there is such a view
 */
gboolean
cw_view_history_go (CwViewHistory *self, int step, CwPlanView *view)
{
  g_return_val_if_fail (self != NULL && view != NULL, FALSE);

  if (step < 0 ? self->at == 0 : self->at + 1 >= self->views->len)
    return FALSE;
  self->at = step < 0 ? self->at - 1 : self->at + 1;
  *view = g_array_index (self->views, CwPlanView, self->at);

  return TRUE;
}

/**
 * cw_view_history_get_n:
 * @self: a history
 *
 * Returns: how many views it holds
 */
guint
cw_view_history_get_n (const CwViewHistory *self)
{
  return self->views->len;
}
