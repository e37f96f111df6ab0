/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

/**
 * CwCoplanar:
 * @width: width of the middle strip [m]
 * @gap: from the strip to the grounds beside it [m]
 * @height: thickness of the dielectric below; infinite for a half space [m]
 * @thickness: thickness of the metal [m]
 * @permittivity: relative permittivity of the dielectric, air above
 * @is_backed: whether a ground plane lies below the dielectric
 *
 * A coplanar line.
 */
typedef struct
{
  double width;
  double gap;
  double height;
  double thickness;
  double permittivity;
  gboolean is_backed;
} CwCoplanar;

CwEstimate cw_line_microstrip_impedance (double width, double height, double thickness,
                                         double permittivity);
CwEstimate cw_line_microstrip_permittivity (double width, double height, double thickness,
                                            double permittivity);
CwEstimate cw_line_stripline_impedance (double width, double spacing, double thickness,
                                        double permittivity);
CwEstimate cw_line_stripline_cohn (double width, double spacing, double permittivity);
CwEstimate cw_line_stripline_wheeler (double width, double spacing, double thickness,
                                      double permittivity);
CwEstimate cw_line_coplanar_impedance (const CwCoplanar *line);
CwEstimate cw_line_coplanar_permittivity (const CwCoplanar *line);
CwEstimate cw_line_skin_depth (double resistivity, double frequency);

G_END_DECLS
