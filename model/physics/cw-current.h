/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

/**
 * CwBoardTrace:
 * @CW_BOARD_TRACE_EXTERNAL: on the outside of a board
 * @CW_BOARD_TRACE_INTERNAL_HALF_OZ: inside, copper of 1/2 oz/ft²
 * @CW_BOARD_TRACE_INTERNAL_1_OZ: inside, copper of 1 oz/ft²
 * @CW_BOARD_TRACE_INTERNAL_2_OZ: inside, copper of 2 oz/ft²
 * @CW_BOARD_TRACE_INTERNAL_3_OZ: inside, copper of 3 oz/ft²
 *
 * Where in a printed board a trace runs.
 */
typedef enum
{
  CW_BOARD_TRACE_EXTERNAL,
  CW_BOARD_TRACE_INTERNAL_HALF_OZ,
  CW_BOARD_TRACE_INTERNAL_1_OZ,
  CW_BOARD_TRACE_INTERNAL_2_OZ,
  CW_BOARD_TRACE_INTERNAL_3_OZ,
} CwBoardTrace;

/**
 * CwLifeTest:
 * @density: current density of the test [A/m²]
 * @temperature: temperature of the metal in the test [°C]
 * @life: after which half of the samples have failed [h]
 * @sigma: standard deviation of the logarithm of the life
 * @activation: activation energy [eV]
 * @exponent: exponent of the current density, 1 to 2
 *
 * The result of an electromigration test.
 */
typedef struct
{
  double density;
  double temperature;
  double life;
  double sigma;
  double activation;
  double exponent;
} CwLifeTest;

CwEstimate cw_current_layer (double linear_density, double width);
CwEstimate cw_current_vias (double single, guint count);
CwEstimate cw_current_black_life (const CwLifeTest *test, double density, double temperature);
CwEstimate cw_current_black_density (const CwLifeTest *test, double temperature, double life,
                                     double n_sigmas);
CwEstimate cw_current_ipc_2152 (CwBoardTrace where, double width, double thickness, double rise);
CwEstimate cw_current_ipc_2221 (gboolean is_external, double width, double thickness, double rise);

G_END_DECLS
