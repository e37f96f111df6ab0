/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

/**
 * CwWarpageLayer:
 * @thickness: thickness [m]
 * @modulus: Young's modulus [Pa]
 * @poisson: Poisson's ratio; 0 for a strip that is narrow and free
 * @expansion: coefficient of thermal expansion [1/K]
 *
 * A layer of a stack that was joined without stress at one temperature.
 */
typedef struct
{
  double thickness;
  double modulus;
  double poisson;
  double expansion;
} CwWarpageLayer;

CwEstimate cw_warpage_bimetal (const CwWarpageLayer *bottom, const CwWarpageLayer *top,
                               double change);
CwEstimate cw_warpage_stack (const CwWarpageLayer *layers, gsize n_layers, double change);
CwEstimate cw_warpage_film_stress (const CwWarpageLayer *film, double substrate_expansion,
                                   double change);
CwEstimate cw_warpage_stoney (const CwWarpageLayer *substrate, double film_thickness,
                              double film_stress);
CwEstimate cw_warpage_bow (double curvature, double reach);

G_END_DECLS
