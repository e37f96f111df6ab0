/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

/**
 * CwHeatPlate:
 * @source: radius of the round source, √(A/π) of another one [m]
 * @radius: radius of the plate, √(A/π) of another one [m]
 * @thickness: its thickness [m]
 * @conductivity: its thermal conductivity [W/(m·K)]
 * @transfer: heat transfer coefficient of the other face [W/(m²·K)]
 *
 * A plate that is heated in the middle of one face and cooled on the other.
 */
typedef struct
{
  double source;
  double radius;
  double thickness;
  double conductivity;
  double transfer;
} CwHeatPlate;

CwEstimate cw_heat_slab (double conductivity, double thickness, double area);
CwEstimate cw_heat_pyramid (double conductivity, double thickness, double side, double angle);
CwEstimate cw_heat_plate_mean (const CwHeatPlate *plate);
CwEstimate cw_heat_plate_peak (const CwHeatPlate *plate);

G_END_DECLS
