/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

/**
 * CwInterdigital:
 * @n_fingers: number of fingers of both combs together
 * @length: length over which they overlap [m]
 * @width: width of a finger [m]
 * @gap: from finger to finger [m]
 * @permittivity_below: relative permittivity below
 * @permittivity_above: relative permittivity above, 1 for air
 * @depth: thickness of the thinner of the two materials [m], infinite for air on air
 *
 * Two combs of fingers that lie between each other.
 */
typedef struct
{
  guint n_fingers;
  double length;
  double width;
  double gap;
  double permittivity_below;
  double permittivity_above;
  double depth;
} CwInterdigital;

CwEstimate cw_capacitance_plates (double permittivity, double width, double length,
                                  double distance);
CwEstimate cw_capacitance_mim (double area_density, double edge_density, double width,
                               double length);
CwEstimate cw_capacitance_line (double permittivity, double width, double height, double thickness);
CwEstimate cw_capacitance_interdigital (const CwInterdigital *combs);

G_END_DECLS
