/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-section-job.h"

#include <math.h>

/**
 * cw_section_job_free:
 * @self: (transfer full): a job
 *
 * Frees a job.
 */
void
cw_section_job_free (CwSectionJob *self)
{
  g_clear_pointer (&self->design, cw_design_unref);
  g_clear_pointer (&self->section, cw_section_unref);
  g_clear_pointer (&self->set, cw_section_set_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self->line);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CwSectionJob *self = data;
  int width = (int) ceil (self->width / self->ratio);
  int height = (int) ceil (self->height / self->ratio);
  CwSectionView view;
  cairo_t *cr;

  if (self->set == NULL)
    self->set = cw_section_set_new (self->design, self->line, self->n_points);
  self->section = cw_section_ref (cw_section_set_get (self->set, self->step));
  /* painted as if the picture were smaller by what words and lines are to be larger */
  view = self->view;
  view.scale_s /= self->ratio;
  view.scale_z /= self->ratio;
  /* the finished package has its place at every step, so that the picture stands still */
  if (self->fit)
    cw_section_view_fit_styled (&view, self->section, cw_section_set_get (self->set, G_MAXUINT),
                                self->design, &self->style, width, height, self->stretch);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width * self->factor,
                                              self->height * self->factor);
  cairo_surface_set_device_scale (self->surface, self->factor * self->ratio,
                                  self->factor * self->ratio);
  cr = cairo_create (self->surface);
  cw_section_paint_styled (cr, self->section, self->design, &self->style, &view, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  cairo_surface_set_device_scale (self->surface, self->factor, self->factor);
  self->view = view;
  self->view.scale_s *= self->ratio;
  self->view.scale_z *= self->ratio;
  g_task_return_boolean (task, TRUE);
}

/**
 * cw_section_job_run:
 * @self: (transfer full): a job
 * @callback: called in the main thread when it is done
 * @source: the caller, kept alive until then
 *
 * Cuts and paints in a worker thread.
 */
void
cw_section_job_run (CwSectionJob *self, GAsyncReadyCallback callback, GObject *source)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);

  g_task_set_task_data (task, self, (GDestroyNotify) cw_section_job_free);
  g_task_run_in_thread (task, work);
}

static void
warm (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CwSectionSet *set = data;

  for (guint i = 0; i < cw_section_set_get_n_steps (set); i++)
    cw_section_set_get (set, i);
  g_task_return_boolean (task, TRUE);
}

/**
 * cw_section_job_warm:
 * @set: sections of all steps
 *
 * Makes them all in a worker thread, so that the slider finds them.
 */
void
cw_section_job_warm (CwSectionSet *set)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, cw_section_set_ref (set), (GDestroyNotify) cw_section_set_unref);
  g_task_run_in_thread (task, warm);
}

/**
 * cw_section_job_finish:
 * @result: what the callback got
 *
 * Gets what was cut and painted.
 *
 * Returns: (transfer none): the job, good as long as @result
 */
CwSectionJob *
cw_section_job_finish (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}
