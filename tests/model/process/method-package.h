/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "tests/model/process/package.h"

/* A small package of each method, made so that every width along y = 0 and y = 200 µm is known. */

#define HOLE (36 * CW_UM)
#define LAND (100 * CW_UM)
#define OPENING (170 * CW_UM)
#define UBM (200 * CW_UM)
#define BALL (260 * CW_UM)
#define CAVITY_DEPTH (150 * CW_UM) /* of a moulded substrate, with walls that lean by 45° */

typedef struct
{
  const char *name;
  CwMethod method;
  CwSubstrateKind substrate;
  gboolean is_filled;  /* in method C the second time */
  gboolean is_plugged; /* vias are filled before the wiring */
  gboolean leans;      /* walls of all holes and openings lean by 45° */
} MethodCase;

guint method_find_top_board (const CwTechnology *technology);
CwDesign *method_new_design (const MethodCase *of);
