/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-passive.h"
#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

#define CW_MAX_PASSIVE_VALUES 4

/**
 * CwPassiveValue:
 * @symbol: what it is, such as `L`
 * @unit: unit of the estimate, such as `H`; empty for a plain number
 * @estimate: the value, its formula and where that holds
 *
 * A first-order value of a passive device.
 */
typedef struct
{
  const char *symbol;
  const char *unit;
  CwEstimate estimate;
} CwPassiveValue;

guint cw_passive_list_values (const CwPassive *passive, const CwTechnology *technology,
                              CwPassiveValue values[CW_MAX_PASSIVE_VALUES]);
char *cw_passive_value_format (const CwPassiveValue *self);

G_END_DECLS
