/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "tests/model/check/fixture.h"

G_BEGIN_DECLS

/* crowded little designs in which every kind of rule is broken now and then; exact ones keep to
 * shapes that turning by 90° maps onto the grid */
CwDesign *random_design_new (GRand *random, guint n_items, gboolean exact);
void random_design_change (GRand *random, CwEdit *edit, const CwDesign *design, gboolean exact);
CwTechnology *random_technology_new (GRand *random);

G_END_DECLS
