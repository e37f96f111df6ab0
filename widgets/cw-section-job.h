/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "model/process/cw-section-set.h"
#include "widgets/render/cw-section-painter.h"

G_BEGIN_DECLS

/**
 * CwSectionJob:
 * @design: what to cut
 * @line: points of the cut line (array length=n_points) [nm]
 * @n_points: how many
 * @set: (nullable): the sections along the line, if they are known already
 * @step: step of the flow to show
 * @section: (nullable): the section after the step, made by the job
 * @style: how to paint it
 * @view: which part to paint; set when @fit is
 * @fit: whether to show all of it
 * @stretch: how much more z is then drawn out, or 0 for what fills the picture
 * @width: width of the picture [px]
 * @height: its height [px]
 * @factor: device pixels a pixel
 * @ratio: how much larger than usual words and lines are
 * @surface: (nullable): the picture
 *
 * A section to be cut and painted by a worker thread.
 */
typedef struct
{
  CwDesign *design;
  CwPoint *line;
  gsize n_points;
  CwSectionSet *set;
  guint step;
  CwSection *section;
  CwSectionStyle style;
  CwSectionView view;
  gboolean fit;
  double stretch;
  int width;
  int height;
  int factor;
  double ratio;
  cairo_surface_t *surface;
} CwSectionJob;

void cw_section_job_free (CwSectionJob *self);
void cw_section_job_run (CwSectionJob *self, GAsyncReadyCallback callback, GObject *source);
void cw_section_job_warm (CwSectionSet *set);
CwSectionJob *cw_section_job_finish (GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSectionJob, cw_section_job_free)

G_END_DECLS
