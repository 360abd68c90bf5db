document.documentElement.dataset.shopbell = "loaded";
