/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-polygon.h"

G_BEGIN_DECLS

/**
 * CwFilm:
 * @bottom: where its teeth end, in the gaps of the level below [nm]
 * @middle: where its body begins [nm]
 * @top: where it ends [nm]
 * @teeth: tidy row of the gaps that it fills
 * @body: tidy row of what it covers
 *
 * A film that also fills the gaps of the level below it.
 */
typedef struct
{
  CwCoord bottom;
  CwCoord middle;
  CwCoord top;
  const GArray *teeth;
  const GArray *body;
} CwFilm;

GPtrArray *cw_film_to_polygons (const CwFilm *self);

G_END_DECLS
