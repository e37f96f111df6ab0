/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "app/cli/cw-package-maker.h"

G_BEGIN_DECLS

#define PITCH (400 * CW_UM)
#define TRACE_WIDTH (20 * CW_UM)
#define N_EDGES 4
#define MAX_GROUPS 16

/* edges in the order top, left, bottom, right: a quarter turn each */
enum
{
  TOP,
  LEFT,
  BOTTOM,
  RIGHT
};

typedef struct
{
  const CwSampleDie *die;
  CwCoord centre; /* x; y is 0 [nm] */
  CwCoord half;   /* half the side of the die [nm] */
  CwCoord core;   /* half the side of the power bus [nm] */
  CwId power, ground;
  gboolean is_first, is_last;
} CwPackageChip;

typedef struct
{
  const CwSampleSpec *spec;
  CwTechnology *technology;
  CwMaker maker;
  CwPackageChip chips[CW_SAMPLE_MAX_DIES];
  guint n_chips;
  guint top; /* uppermost wiring level */
  guint n_signals[N_EDGES];
  CwBox outline;
  CwPoint first_ball;                  /* the upper left place of the field of balls */
  CwCoord device;                      /* y of the first passive device */
  CwId outermost[N_EDGES][MAX_GROUPS]; /* of the first die */
  GArray *places;                      /* of CwPoint, pads of the die at hand */
  GArray *nets;                        /* of CwId */
} CwPackage;

/* for a group: where its pads stand, in the order of the balls that they lead to, and on which level */
typedef struct
{
  guint n;
  CwCoord offsets[7];
  guint levels[7];
  CwCoord pad, hole, land, width;
} CwPackagePattern;

extern const CwPackagePattern cw_package_patterns[];

CwPoint cw_package_place (const CwPackageChip *chip, guint edge, CwCoord along, CwCoord side);
CwCoord cw_package_get_row (const CwPackageChip *chip, guint group);
void cw_package_add_line (CwPackage *self, CwId net, guint ordinal, CwCoord width, CwPoint a,
                          CwPoint b);
void cw_package_add_device (CwPackage *self, const CwPackageChip *chip, CwPassiveForm form,
                            guint slot);

G_END_DECLS
