#ifndef C_PAGE_ASSETS_H
#define C_PAGE_ASSETS_H

#include <stddef.h>

/// A file that is part of every page, as it stands in the binary.
struct PageAsset {
    const unsigned char *bytes;
    size_t count;
};

/// The style sheet of pages.
struct PageAsset page_style(void);
/// The script of a lesson's page.
struct PageAsset page_script(void);
/// The script of a site's index.
struct PageAsset page_search(void);

#endif
