/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/* what a package of the fixture does without, or has otherwise */
typedef enum
{
  WITHOUT_DEVICES = 1 << 0, /* of the dies */
  WITHOUT_LINK = 1 << 1,    /* from die pad to die pad */
  WITHOUT_BUS = 1 << 2,
  WITHOUT_PASSIVE = 1 << 3,
  WITHOUT_BALLS = 1 << 4,
  WITHOUT_PADS = 1 << 5, /* bonding pads */
  WITHOUT_VIAS = 1 << 6,
  WITHOUT_STACKED_VIAS = 1 << 7, /* and without any from the first wiring */
  WITHOUT_DRAFT = 1 << 8,
  WITHOUT_CAVITIES = 1 << 9,
  WITHOUT_PANEL = 1 << 10,
  WITHOUT_NETS = 1 << 11, /* of bonding pads */
  WITH_COARSE_DIES = 1 << 12,
  WITH_SAME_DIES = 1 << 13,
  WITH_MODULE = 1 << 14,
  WITH_SEPARATE_FILL = 1 << 15, /* vias filled before the wiring */
  WITH_SENSOR = 1 << 16,        /* as the only passive device */
  WITH_SINGLE_UNITS = 1 << 17,
  WITH_UNKNOWN_DEPOSITION = 1 << 18,
  WITH_DOUBLE_DIELECTRIC = 1 << 19, /* below the first, one of no listed material */
} FixtureFlags;

/* A package with all features that its stack can have, less what the flags say. */
typedef struct
{
  CwMethod method;
  CwSubstrateKind substrate;
  guint n_levels; /* of wiring, 0 for one */
  guint n_dies;   /* 1 or 2, 0 for two */
  guint flags;
  CwLevelKind kind;       /* of levels that get the material, or the thickness, or are taken out */
  const char *material;   /* NULL: as they are */
  CwCoord thickness;      /* 0: as they are; negative: out */
  gint lacking;           /* a kind of step that the flow lacks, plus one; 0 for none */
  gint early;             /* a kind of step that comes first, plus one */
  const char *first_fill; /* material of the step that fills, or of the carrier */
  CwStepKind first_kind;
} Fixture;

CwDesign *fixture_make (const Fixture *fixture);

G_END_DECLS
