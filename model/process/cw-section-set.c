/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-set.h"

#include "model/process/cw-process-state.h"
#include "model/process/cw-section-builder.h"
#include "model/process/cw-section-cut.h"
#include "model/process/cw-section-private.h"

struct _CwSectionSet
{
  gatomicrefcount ref_count;
  GMutex lock; /* over @sections */
  CwSectionCut *cut;
  CwFlow *flow;
  GPtrArray *sections; /* of CwSection, %NULL where it was not asked for yet */
  gsize n_points;
  CwPoint line[];
};

G_DEFINE_BOXED_TYPE (CwSectionSet, cw_section_set, cw_section_set_ref, cw_section_set_unref)

static void
free_section (gpointer section)
{
  if (section != NULL)
    cw_section_unref (section);
}

/**
 * cw_section_set_new:
 * @design: a design; held
 * @line: (array length=n_points): the cut line, open [nm]
 * @n_points: how many points it has, at least two
 *
 * Cuts a package along a line for all steps of its flow.
 *
 * Returns: (transfer full): the set
 */
CwSectionSet *
cw_section_set_new (CwDesign *design, const CwPoint *line, gsize n_points)
{
  CwSectionSet *self;

  g_return_val_if_fail (design != NULL, NULL);
  g_return_val_if_fail (line != NULL && n_points >= 2, NULL);

  self = g_malloc0 (sizeof (CwSectionSet) + n_points * sizeof (CwPoint));
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->n_points = n_points;
  memcpy (self->line, line, n_points * sizeof (CwPoint));
  self->cut = cw_section_cut_new (design, line, n_points);
  self->flow = cw_technology_dup_flow (cw_design_get_technology (design));
  self->sections = g_ptr_array_new_with_free_func (free_section);
  g_ptr_array_set_size (self->sections, (gint) MAX (1, self->flow->n_steps));

  return self;
}

/**
 * cw_section_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): @self with one more reference
 */
CwSectionSet *
cw_section_set_ref (CwSectionSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * cw_section_set_unref:
 * @self: (transfer full): a set
 *
 * Gives back a reference; the last one frees the set.
 */
void
cw_section_set_unref (CwSectionSet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->sections);
  cw_section_cut_free (self->cut);
  cw_flow_unref (self->flow);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * cw_section_set_get_n_steps:
 * @self: a set
 *
 * Returns: how many steps the flow has
 */
guint
cw_section_set_get_n_steps (const CwSectionSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flow->n_steps;
}

/**
 * cw_section_set_get:
 * @self: a set
 * @step: index of a step of the flow; beyond the last one the finished package is meant
 *
 * Gets the section after a step. Any thread may ask.
 *
 * Returns: (transfer none): the section, good as long as the set
 */
CwSection *
cw_section_set_get (CwSectionSet *self, guint step)
{
  g_autoptr (GMutexLocker) locker = NULL;
  CwProcessState state;

  g_return_val_if_fail (self != NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  step = MIN (step, self->sections->len - 1);
  if (g_ptr_array_index (self->sections, step) == NULL)
    {
      cw_process_state_init (&state, self->cut->technology, self->flow, step);
      g_ptr_array_index (self->sections, step)
          = cw_section_new_take (cw_section_build (self->cut, &state), self->cut->line.length,
                                 state.is_face_down, self->line, self->n_points);
    }

  return g_ptr_array_index (self->sections, step);
}
