/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-move.h"

G_BEGIN_DECLS

/* an item that moves; the leader is the die that it hangs on, or itself */
typedef struct
{
  CwId id;
  CwId leader;
} Moved;

/* a trace that stays, with ends that do not; leaders of its ends, or CW_ID_NONE */
typedef struct
{
  CwId trace;
  CwId first;
  CwId last;
} Band;

struct _CwMove
{
  CwDesign *base;
  GArray *items;      /* of Moved: first those asked for, then those that hang on them */
  guint n_asked;      /* how many of them were asked for */
  GHashTable *moved;  /* set of ids */
  GArray *bands;      /* of Band */
  GHashTable *traces; /* trace -> index of its band + 1 */
  guint n_locked;
};

G_END_DECLS
