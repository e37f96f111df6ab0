/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwMadeShape:
 * @shape: a shape of an item
 * @node: the node that it belongs to
 * @width: its least width [nm]
 *
 * A shape of an item whose shapes are made all at once.
 */
typedef struct
{
  CwShape shape;
  guint32 node;
  CwCoord width;
} CwMadeShape;

/**
 * CwShapeMaker:
 * @item: a valid item
 * @technology: the stack
 * @shapes: (element-type CwMadeShape): where to append all its shapes
 *
 * Makes the shapes of an item.
 */
typedef void (*CwShapeMaker) (gconstpointer item, const CwTechnology *technology, GArray *shapes);

const GArray *cw_shape_cache_get (const CwItemClass *klass, gconstpointer item,
                                  const CwTechnology *technology, CwShapeMaker make);

G_END_DECLS
