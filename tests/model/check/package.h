/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "tests/model/check/fixture.h"

G_BEGIN_DECLS

/* A whole little package that breaks no rule: one die with two pads, each joined by a via and a trace to a
 * bonding pad beside it. */
typedef struct
{
  CwEdit *edit;
  CwId nets[2];
  CwId type;
  CwId die;
  CwId vias[2];
  CwId traces[2];
  CwId pads[2];
  CwId cavity; /* that the die stands in, in substrates with openings (method A) */
} TestPackage;

typedef void (*TestLevelFunc) (CwLevel *level, gpointer user_data);

/* a technology with other levels, by a function that changes each; %NULL for as they are */
CwTechnology *test_technology_change (const CwTechnology *other, TestLevelFunc func,
                                      gpointer user_data);

/* one without the rules that are older than the claims */
CwTechnology *test_technology_keep_claim_rules (const CwTechnology *other);

void test_package_init (TestPackage *self, CwTechnology *technology);
CwId test_package_add_die (TestPackage *self, const char *name, CwCoord x, CwCoord y,
                           const char *module);
CwId test_package_add_cavity (TestPackage *self, guint level, CwBox box, CwCoord depth);
void test_package_set_technology (TestPackage *self, CwTechnology *technology);

CwTechnology *test_package_dup_technology (TestPackage *self, TestLevelFunc func,
                                           gpointer user_data);
void test_package_set_panel (TestPackage *self, CwUnitScope scope, CwCoord pull_back);

/* ends the edit: nothing is found */
void test_package_assert_clean (TestPackage *self);
/* ends the edit: what is found of a kind, a line each */
void test_package_assert_found (TestPackage *self, CwRuleKind kind, const char *lines);

G_END_DECLS
